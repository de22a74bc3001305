package io.leadmap.ports;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The mails that were decided and what became of them; new ones are written by {@link
 * Leads#append}.
 */
public interface MailLedger {

    Optional<Posted> find(EmailId id);

    /** Every mail of a lead, oldest first. */
    List<Posted> ofLead(PracticeId practice, LeadId lead);

    /**
     * Claims a queued mail for sending. The same token again is a success, so that a lost answer
     * does no harm.
     *
     * @return false if somebody else has it or it is no longer queued
     */
    boolean claim(EmailId id, String token, Instant now);

    /** Moves a mail that has no place in a lead's history (a notice to a person). */
    boolean settle(EmailId id, MailState from, MailState to, Instant now);

    /**
     * Puts a claimed mail of which it is known that nothing was sent back into the queue.
     *
     * @return false if it is not claimed any more
     */
    boolean putBack(EmailId id, Waiting waiting, Instant now);

    /**
     * Gives a claimed mail another address; only for who has claimed it.
     *
     * @return false if it is not claimed any more
     */
    boolean readdress(EmailId id, String to);

    /** Takes away what a queued mail waited for, so that it may be tried from now on. */
    boolean release(EmailId id, Instant now);

    /**
     * Mails of every practice that are queued and may be tried by now, and those that are claimed,
     * what could have gone out first of all first, at most {@code limit}.
     */
    List<Posted> due(Instant now, int limit);

    /**
     * Mails that are queued for a time that is still to come, the next first: of the first {@code
     * limit} of all practices those of the wanted ones.
     */
    Later later(Instant now, int limit, Predicate<PracticeId> wanted);

    /**
     * Mails that wait for their time.
     *
     * @param more tells whether others wait behind those that were looked at
     */
    record Later(List<Posted> mails, boolean more) {
        public Later {
            mails = List.copyOf(mails);
        }
    }

    /**
     * A mail in the ledger.
     *
     * @param configuration the version of the configuration with which it was decided
     * @param since when it came to stand there
     * @param token whoever claimed it, null before
     * @param waiting if it was put back, why and until when; null otherwise
     */
    record Posted(
            Email email,
            long configuration,
            Standing standing,
            Instant since,
            @Nullable String token,
            @Nullable Waiting waiting) {

        /** A mail as it is queued, with nothing in its way. */
        public static Posted queued(Email email, long configuration, Instant at) {
            return new Posted(email, configuration, Standing.of(MailState.QUEUED), at, null, null);
        }

        /** When it may be tried. */
        public Instant notBefore() {
            return waiting == null ? since : waiting.notBefore();
        }

        public MailState state() {
            return standing.state();
        }

        /** The same mail with another address. */
        public Posted to(String address) {
            return new Posted(email.to(address), configuration, standing, since, token, waiting);
        }

        /** The same mail for who has just claimed it. */
        public Posted claimed() {
            return new Posted(
                    email, configuration, standing.at(MailState.CLAIMED), since, token, waiting);
        }
    }
}
