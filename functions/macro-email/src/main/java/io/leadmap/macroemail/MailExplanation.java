package io.leadmap.macroemail;

import io.leadmap.domain.decide.SendingCheck;
import io.leadmap.domain.decide.SendingRules;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.json.Names;
import io.leadmap.ports.MailLedger.Posted;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a mail stands where it does, and what a person can do about it. The rules are those that are
 * asked at the moment of sending.
 *
 * @param checks for a mail that is still to go out, every rule; for one that did not, the rule that
 *     ended it; none for one that arrived or is on its way
 * @param remedy what to do; empty where nothing is wrong
 */
record MailExplanation(List<Check> checks, Optional<String> remedy) {

    private static final DateTimeFormatter AT_THE_PRACTICE =
            DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm 'at the practice'", Locale.ENGLISH);

    private static final String WAIT = "Nothing: it goes out by itself.";

    private static final MailExplanation NOTHING = new MailExplanation(List.of(), Optional.empty());

    /** What may keep a mail from arriving: the rules of sending, and what happens after them. */
    private enum Rule {
        NOT_SUSPENDED(
                "a lead that is not suspended",
                "End the suspension: complete name, email and phone, or release the lead."),
        OPEN(
                "a lead that is not closed",
                "Move the lead to an open status if it is to get mail again."),
        ADDRESS(
                "an address that takes mail",
                "Call, and correct the email address, or ask an administrator whether a bounce can"
                        + " be lifted."),
        SUBSCRIBED(
                "an address that has not unsubscribed",
                "Write by hand: this address wants no marketing mail."),
        NOT_BOOKED("a lead that has not booked", "Nothing: the lead has booked."),
        RUNNING("a campaign that runs", "Enrol the lead again if the campaign is to go on."),
        CONFIGURED(
                "the macro and the configuration that it was decided with",
                "Ask an administrator: what the mail is made of is gone."),
        NOT_REPEATED(
                "a lead that did not just get the same mail",
                "Nothing: the lead has got this mail."),
        HANDOVER("that the mail service takes it", "Write again, or call."),
        ACCOUNT(
                "an account and a domain that the mail service sends for",
                "Nothing here: it goes out by itself once whoever runs Leadmap has seen to it."),
        ARRIVED(
                "that the recipient's server takes it",
                "Call if it matters: the address took no mail just then."),
        WINDOW("the sending window", WAIT),
        HOURLY_LIMIT("less automatic mail to leads of forms than the practice's limit", WAIT),
        KNOWN("an answer of the mail service", "Ask the lead whether it arrived, or write again.");

        private final String asked;
        private final String remedy;

        Rule(String asked, String remedy) {
            this.asked = asked;
            this.remedy = remedy;
        }

        static Rule of(SendingCheck.Rule rule) {
            return switch (rule) {
                case NOT_SUSPENDED -> NOT_SUSPENDED;
                case OPEN -> OPEN;
                case ADDRESS -> ADDRESS;
                case SUBSCRIBED -> SUBSCRIBED;
                case NOT_BOOKED -> NOT_BOOKED;
                case RUNNING -> RUNNING;
            };
        }

        static Rule of(Waiting.Reason reason) {
            return switch (reason) {
                case HANDOVER -> HANDOVER;
                case ACCOUNT -> ACCOUNT;
                case WINDOW -> WINDOW;
                case SUSPENSION -> NOT_SUSPENDED;
                case HOURLY_LIMIT -> HOURLY_LIMIT;
            };
        }

        /** The rule that a reason of the history is about; any other is the mail service's own. */
        static Rule of(String reason) {
            return switch (reason) {
                case "notConfigured" -> CONFIGURED;
                case "justSent" -> NOT_REPEATED;
                case "tooOld" -> NOT_SUSPENDED;
                default -> SendingCheck.Rule.brokenBy(reason).map(Rule::of).orElse(HANDOVER);
            };
        }

        Check check(String found, boolean passed) {
            return new Check(Names.camel(this), asked, found, passed);
        }
    }

    /** What passes by itself. */
    private static final Set<String> PASSING =
            Stream.of(Waiting.Reason.values())
                    .filter(reason -> reason != Waiting.Reason.SUSPENSION)
                    .map(reason -> Names.camel(Rule.of(reason)))
                    .collect(Collectors.toUnmodifiableSet());

    MailExplanation {
        checks = List.copyOf(checks);
    }

    /** A rule with what it asks for and what was found. */
    record Check(String rule, String asked, String found, boolean passed) {}

    /**
     * Explains a mail of the ledger.
     *
     * @param address what is known of the address that it goes to
     * @param reason what the history says of its end, null if it says nothing
     */
    static MailExplanation of(
            Settings settings,
            Lead lead,
            AddressState address,
            Posted posted,
            @Nullable String reason) {
        Email email = posted.email();
        return switch (posted.state()) {
            case QUEUED, CLAIMED ->
                    ofPlanned(settings, lead, address, email.kind(), email.campaignId())
                            .with(posted.waiting());
            case SKIPPED, FAILED ->
                    ended(Rule.of(told(reason)), found(settings, address, told(reason)));
            case SOFT_BOUNCED -> ended(Rule.ARRIVED, "soft");
            case BOUNCED, COMPLAINED -> ended(Rule.ADDRESS, told(reason));
            case UNCERTAIN -> ended(Rule.KNOWN, told(reason));
            case SENT, DELIVERED -> NOTHING;
        };
    }

    /**
     * When this mail is tried next, under these settings: what will happen if nothing comes
     * between. Empty for one that is not queued, and for one that will not go out.
     *
     * @param posted the mail that this explains
     */
    Optional<Instant> nextAttempt(Settings settings, Posted posted, Instant now) {
        boolean isStopped =
                checks.stream()
                        .anyMatch(check -> !check.passed() && !PASSING.contains(check.rule()));
        if (posted.state() != MailState.QUEUED || isStopped) {
            return Optional.empty();
        }
        Email.Kind kind = posted.email().kind();
        Instant first = SendingRules.opening(settings, kind, posted.notBefore());
        Instant next = SendingRules.opening(settings, kind, now);
        return Optional.of(first.isBefore(now) && next.isAfter(now) ? next : first);
    }

    /** With what it waits for, which passes by itself. */
    private MailExplanation with(@Nullable Waiting waiting) {
        if (waiting == null || waiting.reason() == Waiting.Reason.SUSPENSION) {
            return this; // the rules say it already
        }
        Rule rule = Rule.of(waiting.reason());
        List<Check> all = new ArrayList<>(checks);
        all.add(rule.check(waiting.found(), false));
        return new MailExplanation(
                all, remedy.or(() -> Optional.of(rule == Rule.HANDOVER ? WAIT : rule.remedy)));
    }

    /**
     * Explains a mail that is planned and not decided yet.
     *
     * @param address what is known of the address that it would go to
     */
    static MailExplanation ofPlanned(
            Settings settings,
            Lead lead,
            AddressState address,
            Email.Kind kind,
            @Nullable String campaignId) {
        List<SendingCheck> checks = SendingRules.checks(settings, lead, address, kind, campaignId);
        return new MailExplanation(
                checks.stream()
                        .map(check ->
                                Rule.of(check.rule()).check(found(check, lead), check.passed()))
                        .toList(),
                SendingRules.decisive(checks).map(check -> Rule.of(check.rule()).remedy));
    }

    /** With the sending window, which is closed, and when that was found. */
    MailExplanation whileClosed(Settings settings, Instant now) {
        List<Check> all = new ArrayList<>(checks);
        String found = "closed, " + AT_THE_PRACTICE.format(now.atZone(settings.timeZone()));
        all.add(Rule.WINDOW.check(found, false));
        return new MailExplanation(all, remedy.or(() -> Optional.of(WAIT)));
    }

    private static String told(@Nullable String reason) {
        return reason == null ? "unknown" : reason;
    }

    /** The reason; of one who unsubscribed also how and when, as far as it still stands. */
    private static String found(Settings settings, AddressState address, String reason) {
        return Optional.of(Suppression.Kind.UNSUBSCRIBE)
                .filter(kind -> Rule.of(reason) == Rule.SUBSCRIBED)
                .flatMap(address::standing)
                .map(Suppression::since)
                .map(since -> AT_THE_PRACTICE.format(since.atZone(settings.timeZone())))
                .map(since -> reason + " by the link in a mail, " + since)
                .orElse(reason);
    }

    private static MailExplanation ended(Rule rule, String found) {
        return new MailExplanation(List.of(rule.check(found, false)), Optional.of(rule.remedy));
    }

    /** What a person sees of the lead where the rule looked. */
    private static String found(SendingCheck check, Lead lead) {
        return switch (check.rule()) {
            case NOT_SUSPENDED -> lead.suspension().shown().map(Enum::name).orElse("not suspended");
            case OPEN, NOT_BOOKED -> lead.status().name();
            case ADDRESS -> check.obstacle().orElse("no complaint and no bounce");
            case SUBSCRIBED -> check.obstacle().orElse("subscribed");
            case RUNNING -> check.passed() ? "running" : "stopped";
        };
    }
}
