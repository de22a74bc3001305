package io.leadmap.domain.decide;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
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
     * @param skipped queued automatic mails that the commit ends; the ledger must not have claimed them
     */
    record Accepted(Lead after, Commit commit, List<Email> mails, List<EmailId> skipped, List<ToDo> todos)
            implements Decision {
        public Accepted {
            mails = List.copyOf(mails);
            skipped = List.copyOf(skipped);
            todos = List.copyOf(todos);
        }
    }
}
