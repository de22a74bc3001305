package io.leadmap.domain.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The one way in which numbers are read from text: with the digits 0 to 9 alone. The JDK's own
 * readers take the digits of every script, so that what one reader takes for a number another
 * refuses.
 */
public final class Digits {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");

    private Digits() {}

    /** A whole number of at most 18 digits; empty if the text is none. */
    public static OptionalLong whole(String text) {
        return WHOLE.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    /** A whole number that we wrote or checked ourselves; anything else is a fault. */
    public static long known(String text) {
        return whole(text).orElseThrow(() -> new IllegalStateException("not a number"));
    }

    /** A number; empty if the text is none. */
    public static Optional<BigDecimal> decimal(String text) {
        return DECIMAL.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
