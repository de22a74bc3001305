package io.leadmap.practice;

import io.leadmap.domain.mail.EmailAddress;
import io.leadmap.domain.mail.Mailbox;
import io.leadmap.json.StrictView;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** Email addresses of a practice and its people. What is accepted here can be mailed. */
final class Addresses {

    private static final Pattern NAMED = Pattern.compile("[^<>]{0,100}<[^<>]*>\\s*");

    private Addresses() {}

    /** An address alone. */
    static String bare(StrictView fields, String name) {
        String text = fields.requiredText(name);
        if (!text.isEmpty()
                && EmailAddress.read(text) instanceof EmailAddress.Reading.Wrong(String message)) {
            fields.invalid(name, message);
        }
        return text;
    }

    /** An address, with a name before it if need be: {@code Name <address>}. */
    static String named(StrictView fields, String name) {
        String text = fields.requiredText(name);
        boolean isOne =
                Mailbox.find(text).isPresent()
                        && (text.indexOf('<') < 0 || NAMED.matcher(text).matches());
        if (!text.isEmpty() && !isOne) {
            fields.invalid(
                    name,
                    "an address that can be mailed, or a name and an address like Name"
                            + " <name@example.com>, is needed");
        }
        return text;
    }

    /** Like {@link #named}, and may be missing. */
    static @Nullable String optional(StrictView fields, String name) {
        return fields.text(name) == null ? null : named(fields, name);
    }
}
