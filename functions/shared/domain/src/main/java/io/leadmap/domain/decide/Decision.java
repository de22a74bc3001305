package io.leadmap.domain.decide;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.HandsOver;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.suppression.AddressState;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What was decided about a command (architecture decision 2). */
public sealed interface Decision {

    record Refused(Refusal refusal) implements Decision {}

    /** It changes nothing, and that is fine: repeated news, an edit to the same value. */
    record Unchanged(Lead lead) implements Decision {}

    /**
     * What is to be appended and projected in one transaction.
     *
     * @param after the lead with the commit applied
     * @param mails to be put into the ledger as queued
     * @param settlements moves of mails in the ledger; the whole commit fails if one no longer
     *     stands where it is said to
     * @param ended to-dos that nobody needs to do any more
     * @param addresses whose suppression has changed, each at the revision that it was read at; the
     *     whole commit fails if one has been stored since
     */
    record Accepted(
            Lead after,
            Commit commit,
            List<Email> mails,
            List<Settlement> settlements,
            List<ToDo> todos,
            List<ToDo.Asked> ended,
            List<AddressState> addresses)
            implements Decision {
        public Accepted {
            mails = List.copyOf(mails);
            settlements = List.copyOf(settlements);
            todos = List.copyOf(todos);
            checkIdentities(commit, mails);
            ended = List.copyOf(ended);
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * Every mail is handed over by an entry of its own, and nothing is said to be handed over that
     * is not (domain section 7, a mail's identity).
     */
    private static void checkIdentities(Commit commit, List<Email> mails) {
        List<EmailId> said =
                commit.entries().stream()
                        .filter(HandsOver.class::isInstance)
                        .map(entry -> ((HandsOver) entry).emailId())
                        .toList();
        if (!said.equals(mails.stream().map(Email::id).toList())) {
            throw new IllegalArgumentException("mails without entries of their own");
        }
    }

    /**
     * A mail's move in the ledger, valid only if it still stands where it was seen. One from queued
     * to queued takes away what it waited for, so that it is tried at once.
     *
     * @param address where it goes from now on, null for where it went before
     */
    record Settlement(EmailId emailId, MailState from, Standing to, @Nullable String address) {

        public Settlement(EmailId emailId, MailState from, Standing to) {
            this(emailId, from, to, null);
        }

        /** This move and one more in one step. */
        public Settlement then(Settlement next) {
            return new Settlement(
                    emailId, from, next.to, next.address == null ? address : next.address);
        }
    }
}
