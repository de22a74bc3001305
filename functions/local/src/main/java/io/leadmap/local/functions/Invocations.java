package io.leadmap.local.functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.TreeMap;

/** Counts the invocations that succeeded, by function and by what set them off. */
public final class Invocations {

    /** What set off an invocation that no event of the template did. */
    public static final String DIRECT = "direct";

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    synchronized void expect(String function) {
        counts.put(function, new TreeMap<>());
    }

    synchronized void succeeded(String function, String by) {
        counts.computeIfAbsent(function, id -> new TreeMap<>()).merge(by, 1, Integer::sum);
    }

    /** {@code {"DripSweep": {"DripSweep.Schedule": 3}}}, with every function of the template. */
    public synchronized ObjectNode listing() {
        ObjectNode listing = JsonNodeFactory.instance.objectNode();
        counts.forEach((function, events) -> {
            ObjectNode of = listing.putObject(function);
            events.forEach(of::put);
        });
        return listing;
    }
}
