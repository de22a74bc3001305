package io.leadmap.domain.practice;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A connection to a practice-management system (domain section 9).
 *
 * @param id unique in the practice; the public id is {@code PRACTICE-ID}
 * @param provider {@code standard}, so far
 * @param secrets one or two live secrets, never shown
 * @param locations the PMS's location ids and our divisions
 * @param startedAt what is dated before only fills the memory
 */
public record Connection(
        String id,
        String provider,
        List<String> secrets,
        Map<String, String> locations,
        Instant startedAt) {

    public Connection {
        secrets = List.copyOf(secrets);
        locations = Map.copyOf(locations);
    }

    /** Hides the secrets: a connection may be logged. */
    @Override
    public String toString() {
        return "Connection[" + id + ", " + provider + "]";
    }
}
