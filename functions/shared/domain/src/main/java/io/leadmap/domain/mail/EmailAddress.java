package io.leadmap.domain.mail;

import io.leadmap.domain.text.Line;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to (domain section 2, <i>Email addresses</i>): the one rule for
 * whatever takes, compares or mails one. A domain may be written in any script; a local part
 * outside ASCII cannot be mailed.
 *
 * @param local before the at sign, as it was typed
 * @param typedDomain behind it, as it was typed
 * @param domain what the domain is compared and mailed by: A-labels, lower case
 */
public record EmailAddress(String local, String typedDomain, String domain) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** What reading came to. */
    public sealed interface Reading {

        record Read(EmailAddress address) implements Reading {}

        /**
         * @param message what to do about it, for whoever typed it
         */
        record Wrong(String message) implements Reading {}
    }

    /** Reads an address, whatever spaces are around it. */
    public static Reading read(String text) {
        String typed = Line.of(text);
        int at = typed.lastIndexOf('@');
        String local = typed.substring(0, Math.max(at, 0));
        String typedDomain = typed.substring(at + 1);
        Optional<String> domain =
                at < 1 ? Optional.empty() : InternationalDomain.ascii(typedDomain);
        if (domain.isEmpty() || !DOMAIN.matcher(domain.get()).matches()) {
            return new Reading.Wrong("Write an email address such as name@example.com.");
        }
        if (local.codePoints().anyMatch(c -> c > 0x7f && Character.isLetterOrDigit(c))) {
            return new Reading.Wrong(
                    "This address cannot be mailed: write one without accents or other special"
                            + " letters before the @.");
        }
        boolean fits =
                local.length() <= LONGEST_LOCAL
                        && local.length() + 1 + domain.get().length() <= LONGEST;
        return fits && LOCAL.matcher(local).matches()
                ? new Reading.Read(new EmailAddress(local, typedDomain, domain.get()))
                : new Reading.Wrong("Write an email address such as name@example.com.");
    }

    /** The address, if the text is one that can be mailed. */
    public static Optional<EmailAddress> find(String text) {
        return read(text) instanceof Reading.Read(EmailAddress address)
                ? Optional.of(address)
                : Optional.empty();
    }

    /** The form that is compared, also of what is no address, which equals only itself. */
    public static String normalised(String text) {
        return find(text)
                .map(EmailAddress::normalised)
                .orElseGet(() -> Line.of(Line.of(text).toLowerCase(Locale.ROOT)));
    }

    /** As it was typed. */
    public String typed() {
        return local + "@" + typedDomain;
    }

    /** As it is sent to. */
    public String mailed() {
        return local + "@" + domain;
    }

    /** As it is compared. */
    public String normalised() {
        return local.toLowerCase(Locale.ROOT) + "@" + domain;
    }
}
