package io.leadmap.testkit;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Configurations;
import io.micronaut.json.tree.JsonNode;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Documents of configurations in memory, every version. */
final class InMemoryConfigurations implements Configurations {

    private final Shelf shelf;

    InMemoryConfigurations(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Optional<Long> newest(PracticeId practice) {
        synchronized (shelf) {
            return Optional.ofNullable(shelf.configurations.get(practice)).map(TreeMap::lastKey);
        }
    }

    @Override
    public Optional<JsonNode> find(PracticeId practice, long version) {
        synchronized (shelf) {
            return Optional.ofNullable(shelf.configurations.get(practice))
                    .map(versions -> versions.get(version));
        }
    }

    @Override
    public List<PracticeId> ids() {
        synchronized (shelf) {
            return shelf.configurations.keySet().stream()
                    .sorted(Comparator.comparing(PracticeId::value))
                    .toList();
        }
    }

    @Override
    public boolean store(PracticeId practice, long version, JsonNode document) {
        synchronized (shelf) {
            TreeMap<Long, JsonNode> versions = shelf.configurations.get(practice);
            long newest = versions == null ? 0 : versions.lastKey();
            if (newest != version - 1) {
                return false;
            }
            shelf.configurations
                    .computeIfAbsent(practice, absent -> new TreeMap<>())
                    .put(version, document);
            return true;
        }
    }
}
