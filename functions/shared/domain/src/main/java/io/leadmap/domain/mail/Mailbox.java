package io.leadmap.domain.mail;

import io.leadmap.domain.text.Line;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address with the name that mail programs show before it.
 *
 * @param name as it is shown, empty for none
 */
public record Mailbox(String name, EmailAddress address) {

    /** What would begin an address or a quotation; nobody's name needs it. */
    private static final Pattern NO_NAME = Pattern.compile("[\"<>]");

    public Mailbox {
        name = Line.of(NO_NAME.matcher(name).replaceAll(""));
    }

    /** Reads {@code Name <address>}, {@code "Name" <address>} or an address alone. */
    public static Optional<Mailbox> find(String text) {
        String typed = Line.of(text);
        int open = typed.lastIndexOf('<');
        return open < 0 || !typed.endsWith(">")
                ? EmailAddress.find(typed).map(address -> new Mailbox("", address))
                : EmailAddress.find(typed.substring(open + 1, typed.length() - 1))
                        .map(address -> new Mailbox(typed.substring(0, open), address));
    }

    /** As it stands in a mail, as programs show it. */
    public String mailed() {
        return name.isEmpty() ? address.mailed() : name + " <" + address.mailed() + ">";
    }
}
