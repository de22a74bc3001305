package io.leadmap.domain.lead;

import io.leadmap.domain.text.Line;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a visit came from: {@code utm_*}, {@code gclid} and {@code referrer} as the form sent them.
 *
 * @param parameters by name; empty when the visit named none
 */
public record Attribution(SortedMap<String, String> parameters) {

    public static final Attribution NONE = new Attribution(new TreeMap<>());

    /** How long a value may be, in characters. */
    public static final int LONGEST = 300;

    private static final Pattern NAME = Pattern.compile("utm_[a-z0-9_]{1,30}|gclid|referrer");

    public Attribution {
        TreeMap<String, String> kept = new TreeMap<>();
        parameters.forEach((name, value) -> kept.put(name, Line.of(value)));
        parameters = Collections.unmodifiableSortedMap(kept);
    }

    public static Attribution of(Map<String, String> parameters) {
        return new Attribution(new TreeMap<>(parameters));
    }

    /** Tells whether this is the name of a parameter that says where a visit came from. */
    public static boolean isNamed(String name) {
        return NAME.matcher(name).matches();
    }

    public boolean isEmpty() {
        return parameters.isEmpty();
    }
}
