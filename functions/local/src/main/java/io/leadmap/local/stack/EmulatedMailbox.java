package io.leadmap.local.stack;

import java.util.List;
import java.util.Optional;

/** Every mail that was sent, kept in the data folder when there is one. */
public interface EmulatedMailbox {

    /** All mails, newest first. */
    List<Mail> newestFirst();

    /** The mail with this mailbox id. */
    Optional<Mail> find(String id);

    /** Forgets every mail. */
    void empty();
}
