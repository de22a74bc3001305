package io.leadmap.domain.lead;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone number of a lead (domain section 2, <i>Phones</i>). People are told apart by the number
 * alone: a switchboard's extension is no part of anybody's identity.
 *
 * @param number E.164
 * @param extension digits, null for none
 */
public record Phone(String number, @Nullable String extension) {

    private static final Pattern STORED =
            Pattern.compile("(\\+[1-9]\\d{5,14})(?:;ext=(\\d{1,15}))?");

    /** The number in the form in which fields hold it; empty if the text is not in that form. */
    public static Optional<Phone> find(String stored) {
        Matcher parts = STORED.matcher(stored);
        return parts.matches()
                ? Optional.of(new Phone(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /** The number that a field holds. */
    public static Phone of(String stored) {
        return find(stored).orElse(new Phone(stored, null));
    }

    /** As fields hold it: {@code +61390123456;ext=12}. */
    public String stored() {
        return extension == null ? number : number + ";ext=" + extension;
    }

    /** As people read it: {@code +61390123456 ext. 12}. */
    public String spoken() {
        return extension == null ? number : number + " ext. " + extension;
    }
}
