package io.leadmap.testkit;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Practices;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Configured practices in memory, every version, without documents. */
final class InMemoryPractices implements Practices {

    private final Shelf shelf;

    InMemoryPractices(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Optional<Practice> find(PracticeId practice) {
        synchronized (shelf) {
            return Optional.ofNullable(shelf.practices.get(practice))
                    .map(versions -> versions.lastEntry().getValue());
        }
    }

    @Override
    public Optional<Practice> find(PracticeId practice, long version) {
        synchronized (shelf) {
            return Optional.ofNullable(shelf.practices.get(practice))
                    .map(versions -> versions.get(version));
        }
    }

    @Override
    public List<PracticeId> ids() {
        synchronized (shelf) {
            return shelf.practices.keySet().stream()
                    .sorted(Comparator.comparing(PracticeId::value))
                    .toList();
        }
    }

    @Override
    public boolean store(Practice practice, long expected) {
        if (practice.version() != expected + 1) {
            throw new IllegalArgumentException(
                    "the version after " + expected + " is " + (expected + 1));
        }
        synchronized (shelf) {
            TreeMap<Long, Practice> versions =
                    shelf.practices.computeIfAbsent(practice.id(), absent -> new TreeMap<>());
            long newest = versions.isEmpty() ? 0 : versions.lastKey();
            if (newest != expected) {
                return false;
            }
            versions.put(practice.version(), practice);
            return true;
        }
    }
}
