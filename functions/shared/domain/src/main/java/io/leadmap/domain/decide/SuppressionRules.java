package io.leadmap.domain.decide;

import io.leadmap.domain.history.SuppressionEntry;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.domain.suppression.Suppression.Ending;
import io.leadmap.domain.suppression.Suppression.Kind;
import io.leadmap.domain.suppression.Suppression.Lifting;

import java.util.Optional;

/**
 * What keeps mail from an address, and what ends that (domain section 7, suppression belongs to the
 * address).
 */
public final class SuppressionRules {

    private SuppressionRules() {}

    /** In words of the API. */
    static String reason(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> Reasons.COMPLAINT;
            case HARD_BOUNCE -> Reasons.HARD_BOUNCE;
            case UNSUBSCRIBE -> Reasons.UNSUBSCRIBED;
        };
    }

    /**
     * A mail has led to a suppression of the address that it went to, whoever has that now. What
     * the lead still gets by itself ends, if it is the lead's.
     */
    static void suppress(Chapter chapter, Kind kind, EmailId mail, String to) {
        chapter.keep(chapter.address(to).suppressed(kind, chapter.at(), mail));
        heed(chapter);
    }

    /** By the link in a mail: ends marketing mail to the address that the mail went to. */
    static Optional<Refusal> unsubscribe(Chapter chapter, Command.Unsubscribe command) {
        if (chapter.address(command.to()).isSubscribed()) {
            chapter.add(new SuppressionEntry.Unsubscribed(command.emailId()));
        }
        suppress(chapter, Kind.UNSUBSCRIBE, command.emailId(), command.to());
        return Optional.empty();
    }

    /** Stops what may not go to the lead's address, as it stands now. */
    static Optional<Refusal> heed(Chapter chapter) {
        AddressState address = chapter.address();
        Optional<Kind> block = address.block();
        if (block.isPresent()) {
            DripRules.stopAll(chapter, reason(block.get()));
            MailRules.skipPending(chapter, reason(block.get()));
        } else if (!address.isSubscribed()) {
            DripRules.stopAll(chapter, Reasons.UNSUBSCRIBED);
            MailRules.skipPendingMarketing(chapter, Reasons.UNSUBSCRIBED);
        }
        return Optional.empty();
    }

    /**
     * The consent of a public form, if it was ticked, ends an unsubscribe of the address that was
     * typed there; what looks like spam ends nothing.
     */
    static void consented(Chapter chapter, Command.Submission submission) {
        Consent consent = submission.consent();
        String email = submission.fields().text(FieldKey.EMAIL);
        if (consent == null || !consent.given() || email == null || submission.suspectedSpam()) {
            return;
        }
        Lifting how = new Lifting(chapter.at(), null, consent.wording());
        AddressState before = chapter.address(email);
        AddressState after = before;
        for (Kind kind : Kind.values()) {
            if (kind.endsBy(Ending.CONSENT_ON_PUBLIC_FORM)) {
                after = after.lifted(kind, how);
            }
        }
        if (!after.equals(before)) {
            chapter.add(new SuppressionEntry.Resubscribed(consent.formId(), consent.wording()));
            chapter.keep(after);
        }
    }

    /**
     * An administrator ends a suppression. Where it has ended already, this lead is told of it:
     * every lead that has the address says so in its history.
     */
    static Optional<Refusal> lift(Chapter chapter, Command.LiftSuppression command) {
        Optional<Refusal> stands = obstacleToLifting(command.kind());
        if (stands.isPresent()) {
            return stands;
        }
        AddressState address = chapter.address(command.address());
        Suppression known = address.suppressions().get(command.kind());
        if (known != null) {
            Lifting before = known.lifted();
            Lifting how =
                    before != null
                            ? before
                            : new Lifting(chapter.at(), chapter.actor().id(), command.reason());
            chapter.keep(address.lifted(command.kind(), how));
            chapter.add(
                    new SuppressionEntry.SuppressionLifted(
                            command.kind(), known.mail(), how.why()));
        }
        return Optional.empty();
    }

    /** Why no administrator may end this kind, if so: only the person ends a complaint. */
    public static Optional<Refusal> obstacleToLifting(Kind kind) {
        return kind.endsBy(Ending.ADMINISTRATOR)
                ? Optional.empty()
                : Optional.of(
                        new Refusal.Conflict(
                                Refusal.Reason.COMPLAINT_STANDS,
                                "The person complained about mail to this address: only they can"
                                        + " end that, by the consent of a form that was sent to"
                                        + " them."));
    }
}
