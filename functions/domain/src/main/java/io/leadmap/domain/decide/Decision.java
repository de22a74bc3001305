package io.leadmap.domain.decide;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;

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
     */
    record Accepted(
            Lead after,
            Commit commit,
            List<Email> mails,
            List<Settlement> settlements,
            List<ToDo> todos,
            List<ToDo.Asked> ended)
            implements Decision {
        public Accepted {
            mails = List.copyOf(mails);
            settlements = List.copyOf(settlements);
            todos = List.copyOf(todos);
            ended = List.copyOf(ended);
        }
    }

    /** A mail's move in the ledger, valid only if it still stands where it was seen. */
    record Settlement(EmailId emailId, MailState from, Standing to) {}
}
