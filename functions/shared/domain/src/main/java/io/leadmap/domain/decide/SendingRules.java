package io.leadmap.domain.decide;

import io.leadmap.domain.decide.SendingCheck.Rule;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.Suppression;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a mail that was decided may still go out, asked again at the moment of sending (domain
 * sections 2, 6 and 7), and where news leave it.
 */
public final class SendingRules {

    /** What only holds a mail. */
    private static final List<String> HOLDS = List.of(Reasons.SUSPENDED, Reasons.NO_EMAIL);

    private SendingRules() {}

    /**
     * Why the mail must not be sent any more, in words of the API; empty if it may.
     *
     * @param address what is known now of the address that it goes to
     */
    public static Optional<String> obstacle(
            Settings settings, Lead lead, AddressState address, Email email) {
        return obstacle(settings, lead, address, email.kind(), email.campaignId());
    }

    static Optional<String> obstacle(
            Settings settings,
            Lead lead,
            AddressState address,
            Email.Kind kind,
            @Nullable String campaignId) {
        return obstacle(checks(settings, lead, address, kind, campaignId));
    }

    /**
     * Tells whether this obstacle only holds a mail: it goes out when the lead is reinstated
     * (domain section 2).
     */
    public static boolean isHeld(String obstacle) {
        return HOLDS.contains(obstacle);
    }

    /**
     * Every rule that a mail of this kind has to meet, met or not; none for what goes to a
     * colleague.
     *
     * @param address what is known of the address that it goes to
     * @param campaignId the drip that sends it, null if none does
     */
    public static List<SendingCheck> checks(
            Settings settings,
            Lead lead,
            AddressState address,
            Email.Kind kind,
            @Nullable String campaignId) {
        return switch (kind) {
            case NOTICE -> List.of();
            case HAND_WRITTEN -> List.of(unblocked(address));
            case AUTOMATIC -> List.of(notSuspended(lead), open(lead), address(lead, address));
            case DRIP ->
                    List.of(
                            notSuspended(lead),
                            open(lead),
                            address(lead, address),
                            subscribed(address),
                            notBooked(settings, lead),
                            running(lead, campaignId));
        };
    }

    /**
     * The check that stops the mail: the first that is not met, but a suspension and then a missing
     * address the least of all, as they only hold it. Empty if the mail may go.
     */
    public static Optional<SendingCheck> decisive(List<SendingCheck> checks) {
        return checks.stream()
                .filter(check -> !check.passed())
                .min(
                        Comparator.comparing(
                                check -> check.obstacle().map(HOLDS::indexOf).orElse(-1)));
    }

    /**
     * Why no automatic mail may go to this lead, if so, not even the answer to its own form;
     * whether it is suspended is not asked here.
     */
    static Optional<String> automaticObstacle(Lead lead, AddressState address) {
        return obstacle(List.of(open(lead), address(lead, address)));
    }

    /** Why no marketing mail may go to this lead, if so; a suspension is not asked for here. */
    static Optional<String> marketingObstacle(Lead lead, AddressState address) {
        return obstacle(List.of(open(lead), address(lead, address), subscribed(address)));
    }

    /**
     * When a mail of this kind may go out, from a time on: drips inside the practice's sending
     * window only, at every attempt (domain section 6).
     */
    public static Instant opening(Settings settings, Email.Kind kind, Instant from) {
        return kind == Email.Kind.DRIP
                ? settings.sendingWindow().openingFrom(from, settings.timeZone())
                : from;
    }

    /**
     * Tells whether the practice's hourly limit holds for it: it goes out by itself, to an address
     * that only a stranger's form may have named (domain section 7).
     */
    public static boolean isLimited(Lead lead, Email.Kind kind) {
        return kind.isAutomatic() && lead.origin().channel() == Channel.FORM;
    }

    /** Where this news moves a mail; empty if the mail stands there or at graver news. */
    public static Optional<MailState> after(MailState known, Command.SettleEmail.News news) {
        return SettlementRules.moved(known, news);
    }

    /**
     * Tells whether this news also says that the mail was sent, which nobody has written down yet.
     */
    public static boolean tellsOfSending(MailState known, Command.SettleEmail.News news) {
        return SettlementRules.isBeforeSent(known)
                && SettlementRules.outcome(news)
                        .map(outcome ->
                                switch (outcome) {
                                    case SOFT_BOUNCE, DELIVERED, HARD_BOUNCE, NOT_SPAM, COMPLAINT ->
                                            true;
                                    case SENT, FAILED -> false;
                                })
                        .orElse(false);
    }

    private static Optional<String> obstacle(List<SendingCheck> checks) {
        return decisive(checks).flatMap(SendingCheck::obstacle);
    }

    private static SendingCheck notSuspended(Lead lead) {
        return check(Rule.NOT_SUSPENDED, lead.suspension().causes().isEmpty(), Reasons.SUSPENDED);
    }

    private static SendingCheck open(Lead lead) {
        Status status = lead.status();
        return new SendingCheck(
                Rule.OPEN, Optional.of(status).filter(Status::isClosed).map(StatusRules::closed));
    }

    private static SendingCheck address(Lead lead, AddressState address) {
        SendingCheck unblocked = unblocked(address);
        return unblocked.passed()
                ? check(Rule.ADDRESS, lead.email() != null, Reasons.NO_EMAIL)
                : unblocked;
    }

    private static SendingCheck unblocked(AddressState address) {
        return new SendingCheck(Rule.ADDRESS, address.block().map(SuppressionRules::reason));
    }

    private static SendingCheck subscribed(AddressState address) {
        return check(
                Rule.SUBSCRIBED,
                address.isSubscribed(),
                SuppressionRules.reason(Suppression.Kind.UNSUBSCRIBE));
    }

    private static SendingCheck notBooked(Settings settings, Lead lead) {
        return check(Rule.NOT_BOOKED, !DripRules.stopsOnBooking(lead, settings), Reasons.BOOKED);
    }

    /** A run that nothing else has stopped was stopped by hand. */
    private static SendingCheck running(Lead lead, @Nullable String campaignId) {
        boolean stopped =
                Optional.ofNullable(campaignId)
                        .map(campaign -> lead.drips().runs().get(campaign))
                        .filter(run -> run.state() == DripRun.State.STOPPED)
                        .isPresent();
        return check(Rule.RUNNING, !stopped, Reasons.BY_HAND);
    }

    private static SendingCheck check(Rule rule, boolean passed, String obstacle) {
        return new SendingCheck(rule, passed ? Optional.empty() : Optional.of(obstacle));
    }
}
