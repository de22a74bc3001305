package io.leadmap.dynamodb;

import java.time.Instant;

/** Times in sort keys: 20 digits that sort as the times do, to the nanosecond, from 1970 on. */
final class Times {

    private Times() {}

    static String sortable(Instant at) {
        if (at.isBefore(Instant.EPOCH)) {
            return "0".repeat(20);
        }
        return "%011d%09d".formatted(at.getEpochSecond(), at.getNano());
    }

    static Instant read(String sortable) {
        return Instant.ofEpochSecond(
                Long.parseLong(sortable.substring(0, 11)),
                Long.parseLong(sortable.substring(11, 20)));
    }

    /** The sort key of an index: by time, then by name. */
    static String sortable(Instant at, String name) {
        return sortable(at) + "#" + name;
    }
}
