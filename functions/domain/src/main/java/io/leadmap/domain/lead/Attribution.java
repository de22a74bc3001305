package io.leadmap.domain.lead;

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
        parameters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    public static Attribution of(Map<String, String> parameters) {
        return new Attribution(new TreeMap<>(parameters));
    }

    public boolean isEmpty() {
        return parameters.isEmpty();
    }
}
