package io.leadmap.application.mail;

import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.MailBlock;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Settings;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a mail stands where it does, and what a person can do about it. The rules are those that are
 * asked at the moment of sending.
 *
 * @param checks for a mail that is still to go out, every rule; for one that did not, the rule that
 *     ended it; none for one that arrived or is on its way
 * @param remedy what to do; empty where nothing is wrong
 */
public record MailExplanation(List<Check> checks, Optional<String> remedy) {

    private static final MailExplanation NOTHING = new MailExplanation(List.of(), Optional.empty());

    /** What to do, by the rule that is not met. */
    private static final Map<String, String> REMEDIES =
            Map.of(
                    "notSuspended",
                    "End the suspension: complete name, email and phone, or release the lead.",
                    "open",
                    "Move the lead to an open status if it is to get mail again.",
                    "address",
                    "Call, and correct the email address.",
                    "subscribed",
                    "Write by hand: the lead wants no automatic mail.",
                    "notBooked",
                    "Nothing: the lead has booked.",
                    "running",
                    "Enrol the lead again if the campaign is to go on.",
                    "configured",
                    "Ask an administrator: what the mail is made of is gone.",
                    "handover",
                    "Write again, or call.",
                    "known",
                    "Ask the lead whether it arrived, or write again.");

    /** The rule that each reason of the history is about; any other is the mail service's own. */
    private static final Map<String, String> RULES =
            Map.ofEntries(
                    Map.entry("suspended", "notSuspended"),
                    Map.entry("won", "open"),
                    Map.entry("lost", "open"),
                    Map.entry("invalid", "open"),
                    Map.entry("hardBounce", "address"),
                    Map.entry("complaint", "address"),
                    Map.entry("noEmail", "address"),
                    Map.entry("unsubscribed", "subscribed"),
                    Map.entry("booked", "notBooked"),
                    Map.entry("byHand", "running"),
                    Map.entry("mapChanged", "running"),
                    Map.entry("notConfigured", "configured"));

    public MailExplanation {
        checks = List.copyOf(checks);
    }

    /** A rule with what it asks for and what was found. */
    public record Check(String rule, String asked, String found, boolean passed) {}

    /**
     * Explains a mail of the ledger.
     *
     * @param reason what the history says of its end, null if it says nothing
     */
    public static MailExplanation of(
            Settings settings, Lead lead, Email email, MailState state, @Nullable String reason) {
        return switch (state) {
            case QUEUED, CLAIMED ->
                    checked(rules(settings, lead, email.kind(), email.campaignId()));
            case SKIPPED -> ended(RULES.getOrDefault(told(reason), "handover"), told(reason));
            case FAILED -> ended(RULES.getOrDefault(told(reason), "handover"), told(reason));
            case BOUNCED, COMPLAINED -> ended("address", told(reason));
            case UNCERTAIN -> ended("known", told(reason));
            case SENT, DELIVERED -> NOTHING;
        };
    }

    /** Explains a mail that is planned and not decided yet. */
    public static MailExplanation ofPlanned(
            Settings settings, Lead lead, Email.Kind kind, @Nullable String campaignId) {
        return checked(rules(settings, lead, kind, campaignId));
    }

    private static String told(@Nullable String reason) {
        return reason == null ? "unknown" : reason;
    }

    private static MailExplanation ended(String rule, String found) {
        return checked(List.of(new Check(rule, asked(rule), found, false)));
    }

    private static MailExplanation checked(List<Check> checks) {
        return new MailExplanation(
                checks,
                checks.stream()
                        .filter(check -> !check.passed())
                        .findFirst()
                        .map(check -> REMEDIES.getOrDefault(check.rule(), "")));
    }

    private static String asked(String rule) {
        return switch (rule) {
            case "notSuspended" -> "a lead that is not suspended";
            case "open" -> "a lead that is not closed";
            case "address" -> "an address that takes mail";
            case "subscribed" -> "a lead that has not unsubscribed";
            case "notBooked" -> "a lead that has not booked";
            case "running" -> "a campaign that runs";
            case "configured" -> "the macro and the configuration that it was decided with";
            case "known" -> "an answer of the mail service";
            default -> "that the mail service takes it";
        };
    }

    private static List<Check> rules(
            Settings settings, Lead lead, Email.Kind kind, @Nullable String campaignId) {
        List<Check> checks = new ArrayList<>();
        if (kind == Email.Kind.NOTICE) {
            return checks;
        }
        if (kind.isAutomatic()) {
            Optional<SuspensionCause> suspension = lead.suspension();
            add(
                    checks,
                    "notSuspended",
                    suspension.map(Enum::name).orElse("not suspended"),
                    suspension.isEmpty());
            add(checks, "open", lead.status().name(), !lead.status().isClosed());
        }
        address(checks, lead, kind);
        if (kind.isAutomatic()) {
            add(
                    checks,
                    "subscribed",
                    lead.subscribed() ? "subscribed" : "unsubscribed",
                    lead.subscribed());
        }
        if (kind == Email.Kind.DRIP) {
            boolean booked = lead.status() == Status.BOOKED && settings.dripsStopOnBooked();
            add(checks, "notBooked", lead.status().name(), !booked);
            running(checks, lead, campaignId);
        }
        return checks;
    }

    private static void address(List<Check> checks, Lead lead, Email.Kind kind) {
        MailBlock block = lead.mailBlock();
        boolean missing = kind.isAutomatic() && lead.email() == null;
        String found =
                switch (block) {
                    case null -> missing ? "noEmail" : "no complaint and no bounce";
                    case HARD_BOUNCE -> "hardBounce";
                    case COMPLAINT -> "complaint";
                };
        add(checks, "address", found, block == null && !missing);
    }

    private static void running(List<Check> checks, Lead lead, @Nullable String campaignId) {
        DripRun run = campaignId == null ? null : lead.drips().get(campaignId);
        boolean stopped = run != null && run.state() == DripRun.State.STOPPED;
        add(checks, "running", stopped ? "stopped" : "running", !stopped);
    }

    private static void add(List<Check> checks, String rule, String found, boolean passed) {
        checks.add(new Check(rule, asked(rule), found, passed));
    }
}
