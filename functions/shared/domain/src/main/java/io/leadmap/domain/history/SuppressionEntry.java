package io.leadmap.domain.history;

import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.suppression.Suppression;

/** What a lead, a form or an administrator said of mail to an address (domain section 7). */
public sealed interface SuppressionEntry extends Entry {

    /**
     * The address that a mail went to wants no more marketing mail.
     *
     * @param emailId the mail whose link was used
     */
    record Unsubscribed(EmailId emailId) implements SuppressionEntry {}

    /**
     * The consent of a form was ticked, which ends an unsubscribe of the address that it named.
     *
     * @param wording what was consented to
     */
    record Resubscribed(String formId, String wording) implements SuppressionEntry {}

    /**
     * An administrator ended a suppression of the address that the lead has.
     *
     * @param emailId the mail that had led to it
     */
    record SuppressionLifted(Suppression.Kind kind, EmailId emailId, String reason)
            implements SuppressionEntry {}
}
