package io.leadmap.testkit;

import io.leadmap.ports.Compression;
import io.leadmap.ports.Inbox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The PMS inbox in memory. */
final class InMemoryInbox implements Inbox {

    private final Map<Key, Kept> kept = new HashMap<>();

    private record Kept(Received event, @Nullable Outcome outcome) {}

    @Override
    public synchronized Storing store(Received event) {
        if (Compression.of(event.body()).length > LARGEST) {
            return Storing.TOO_LARGE;
        }
        return kept.putIfAbsent(event.key(), new Kept(event, null)) == null
                ? Storing.KEPT
                : Storing.KNOWN;
    }

    @Override
    public synchronized Optional<Received> find(Key key) {
        return Optional.ofNullable(kept.get(key)).map(Kept::event);
    }

    @Override
    public synchronized void done(Key key, Outcome outcome, Instant at) {
        kept.computeIfPresent(key, (same, event) -> new Kept(event.event(), outcome));
    }

    @Override
    public synchronized List<Key> waiting(Instant before, int limit) {
        return kept.values().stream()
                .filter(event -> event.outcome() == null && event.event().at().isBefore(before))
                .map(Kept::event)
                .sorted(Comparator.comparing(Received::at))
                .limit(limit)
                .map(Received::key)
                .toList();
    }
}
