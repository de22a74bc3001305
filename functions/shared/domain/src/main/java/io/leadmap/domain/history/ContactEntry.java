package io.leadmap.domain.history;

import org.jspecify.annotations.Nullable;

/**
 * What people did to reach a lead, and that they gave it up in vain (domain sections 3 and 5); what
 * they mail is a {@link MailEntry}.
 */
public sealed interface ContactEntry extends Entry {

    record CallLogged(Outcome outcome, @Nullable String note) implements ContactEntry {

        /** How a call went. All but REACHED are attempts. */
        public enum Outcome {
            REACHED,
            NO_ANSWER,
            VOICEMAIL,
            WRONG_NUMBER
        }
    }

    record NoteAdded(String html, @Nullable String macroId) implements ContactEntry {}

    /** The sweep would give the lead up; a person decides. */
    record SweepProposed(int attempts) implements ContactEntry {}
}
