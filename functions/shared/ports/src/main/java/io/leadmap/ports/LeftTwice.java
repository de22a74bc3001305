package io.leadmap.ports;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Work was due and could not be done, twice in a row; everything else was done. */
public final class LeftTwice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** As many as a line of a log may name. */
    private static final int NAMED = 20;

    private final String items;
    private final String counts;

    LeftTwice(List<String> items, SortedMap<String, Long> counts, RuntimeException first) {
        super(items.size() + " things that were due were left twice in a row", first);
        this.items =
                String.join(", ", items.subList(0, Math.min(NAMED, items.size())))
                        + (items.size() > NAMED ? ", ..." : "");
        this.counts = new TreeMap<>(counts).toString();
    }

    /** What was left, by kinds and ids. */
    public String items() {
        return items;
    }

    /** What the run has counted. */
    public String counts() {
        return counts;
    }
}
