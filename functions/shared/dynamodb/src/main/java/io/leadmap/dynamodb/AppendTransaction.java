package io.leadmap.dynamodb;

import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;

/**
 * The one transaction of a command, ready to be run.
 *
 * @param commit the key of the history item
 * @param hash of the history item; no other attempt has the same
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AppendTransaction(Transaction<Write> writes, Keys.Key commit, byte[] hash) {

    /** What a write is, for whoever must understand that its condition failed. */
    sealed interface Write {

        record History() implements Write {}

        record Answer() implements Write {}

        /** A mail that moves from a state. */
        record Mail(EmailId id, MailState from) implements Write {}

        /** A mail that is new: nothing may have its id. */
        record NewMail(EmailId id) implements Write {}

        record Other() implements Write {}
    }
}
