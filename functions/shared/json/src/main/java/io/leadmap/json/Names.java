package io.leadmap.json;

import java.util.Locale;

/** How the API writes the names of constants. */
public final class Names {

    private Names() {}

    /** {@code NO_ANSWER} as {@code noAnswer}. */
    public static String camel(String constant) {
        StringBuilder camel = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    /** {@code NO_ANSWER} as {@code noAnswer}. */
    public static String camel(Enum<?> constant) {
        return camel(constant.name());
    }
}
