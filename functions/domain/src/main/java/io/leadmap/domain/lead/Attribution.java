package io.leadmap.domain.lead;

import io.leadmap.domain.text.Line;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a visit came from: {@code utm_*}, {@code gclid} and {@code referrer} as the form sent them.
 *
 * @param parameters by name; empty when the visit named none
 */
public record Attribution(SortedMap<String, String> parameters) {

    public static final Attribution NONE = new Attribution(new TreeMap<>());

    public Attribution {
        TreeMap<String, String> kept = new TreeMap<>();
        parameters.forEach((name, value) -> kept.put(name, Line.of(value)));
        parameters = Collections.unmodifiableSortedMap(kept);
    }

    public static Attribution of(Map<String, String> parameters) {
        return new Attribution(new TreeMap<>(parameters));
    }

    public boolean isEmpty() {
        return parameters.isEmpty();
    }
}
