package io.leadmap.domain.mail;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A mail that was decided, as the ledger keeps it until it is settled (architecture decision 4).
 *
 * @param to the address as the lead or person typed it
 * @param copies addresses of people of the practice
 * @param from {@code Name <address>} or a bare address
 * @param campaignId the drip that sends it, null otherwise
 */
public record Email(
        EmailId id,
        Kind kind,
        String to,
        List<String> copies,
        String from,
        @Nullable String replyTo,
        Text text,
        @Nullable String campaignId) {

    public Email {
        copies = List.copyOf(copies);
    }

    /** The same mail to another address. */
    public Email to(String address) {
        return new Email(id, kind, address, copies, from, replyTo, text, campaignId);
    }

    /** Why a mail is sent, which decides what may hold or stop it. */
    public enum Kind {
        /** A trigger's mail to the lead, such as the welcome mail. */
        AUTOMATIC,
        /** A mail of a drip campaign: marketing. */
        DRIP,
        /** Written or submitted by an agent. */
        HAND_WRITTEN,
        /**
         * Tells a person of the practice something; not mail to the lead, whose history says only
         * that it was handed over.
         */
        NOTICE;

        /**
         * Tells whether it carries unsubscribe headers and is stopped by an unsubscribe (domain
         * section 7).
         */
        public boolean isMarketing() {
            return this == DRIP;
        }

        /** Tells whether it goes to the lead by itself. */
        public boolean isAutomatic() {
            return this == AUTOMATIC || this == DRIP;
        }
    }

    /** What the mail says. */
    public sealed interface Text {

        /**
         * A macro's immutable version and the values of its placeholders when the mail was decided.
         */
        record OfMacro(String macroId, int version, Map<String, String> values) implements Text {
            public OfMacro {
                values = Map.copyOf(values);
            }
        }

        /** Written text, sanitised and with every placeholder resolved. */
        record Written(String subject, String html) implements Text {}
    }
}
