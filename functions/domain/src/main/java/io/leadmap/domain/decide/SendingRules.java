package io.leadmap.domain.decide;

import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.MailBlock;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Settings;

import java.util.Optional;

/**
 * Whether a mail that was decided may still go out, asked again at the moment of sending (domain
 * sections 2, 6 and 7), and where news leave it.
 */
public final class SendingRules {

    private SendingRules() {}

    /** Why the mail must not be sent any more, in words of the API; empty if it may. */
    public static Optional<String> obstacle(Settings settings, Lead lead, Email email) {
        return switch (email.kind()) {
            case NOTICE -> Optional.empty();
            case HAND_WRITTEN -> Optional.ofNullable(lead.mailBlock()).map(SendingRules::reason);
            case AUTOMATIC -> held(lead).or(() -> MailRules.obstacle(lead));
            case DRIP ->
                    held(lead)
                            .or(() -> MailRules.obstacle(lead))
                            .or(() -> booked(settings, lead))
                            .or(() -> stopped(lead, email));
        };
    }

    /** Where this news leaves a mail; empty if it is repeated or comes too late. */
    public static Optional<MailState> after(MailState known, Command.SettleEmail.News news) {
        return SettlementRules.from(news).contains(known)
                ? Optional.of(SettlementRules.to(news))
                : Optional.empty();
    }

    /**
     * Tells whether this news also says that the mail was sent, which nobody has written down yet.
     */
    public static boolean tellsOfSending(MailState known, Command.SettleEmail.News news) {
        return SettlementRules.isBeforeSent(known)
                && switch (SettlementRules.to(news)) {
                    case DELIVERED, BOUNCED, COMPLAINED -> true;
                    case QUEUED, CLAIMED, SENT, SKIPPED, FAILED, UNCERTAIN -> false;
                };
    }

    private static Optional<String> held(Lead lead) {
        return lead.suspensions().isEmpty() ? Optional.empty() : Optional.of(Reasons.SUSPENDED);
    }

    private static Optional<String> booked(Settings settings, Lead lead) {
        return DripRules.stopsOnBooking(lead, settings)
                ? Optional.of(Reasons.BOOKED)
                : Optional.empty();
    }

    /** A run that nothing else has stopped was stopped by hand. */
    private static Optional<String> stopped(Lead lead, Email email) {
        return Optional.ofNullable(email.campaignId())
                .map(lead.drips()::get)
                .filter(run -> run.state() == DripRun.State.STOPPED)
                .map(run -> Reasons.BY_HAND);
    }

    private static String reason(MailBlock block) {
        return switch (block) {
            case HARD_BOUNCE -> Reasons.HARD_BOUNCE;
            case COMPLAINT -> Reasons.COMPLAINT;
        };
    }
}
