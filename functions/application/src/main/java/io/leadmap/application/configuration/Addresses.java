package io.leadmap.application.configuration;

import io.leadmap.application.json.JsonFields;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** Email addresses of a practice and its people. */
final class Addresses {

    private static final Pattern BARE =
            Pattern.compile("[^\\s<>@\",;:]{1,64}@[^\\s<>@\",;:]+\\.[^\\s<>@\",;:]+");
    private static final Pattern NAMED =
            Pattern.compile("[^<>\"\\r\\n]{1,80} <(" + BARE.pattern() + ")>");

    private Addresses() {}

    /** An address alone. */
    static String bare(JsonFields fields, String name) {
        String address = fields.requiredText(name);
        if (!address.isEmpty() && !isBare(address)) {
            fields.invalid(name, "an email address is needed");
        }
        return address;
    }

    /** An address, with a name before it if need be: {@code Name <address>}. */
    static String named(JsonFields fields, String name) {
        String address = fields.requiredText(name);
        if (!address.isEmpty() && !isBare(address) && !NAMED.matcher(address).matches()) {
            fields.invalid(
                    name,
                    "an address, or a name and an address like Name <name@example.com>, is needed");
        }
        return address;
    }

    /** An address that may be missing. */
    static @Nullable String optional(JsonFields fields, String name) {
        return fields.text(name) == null ? null : bare(fields, name);
    }

    private static boolean isBare(String address) {
        return address.length() <= 254 && BARE.matcher(address).matches();
    }
}
