package io.leadmap.practice;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Configurations;
import io.leadmap.ports.Practices;
import io.micronaut.json.tree.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Practices as their stored documents say. A version never changes, so that it is read once. */
public final class ConfiguredPractices implements Practices {

    private final Configurations configurations;
    private final Map<Versioned, Practice> read = new ConcurrentHashMap<>();

    public ConfiguredPractices(Configurations configurations) {
        this.configurations = configurations;
    }

    private record Versioned(PracticeId practice, long version) {}

    @Override
    public Optional<Practice> find(PracticeId practice) {
        return configurations.newest(practice).flatMap(version -> find(practice, version));
    }

    @Override
    public Optional<Practice> find(PracticeId practice, long version) {
        Versioned wanted = new Versioned(practice, version);
        Practice known = read.get(wanted);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Practice> found =
                configurations.find(practice, version).map(document -> open(document, version));
        found.ifPresent(configuration -> {
            read.keySet()
                    .removeIf(
                            old -> old.practice().equals(practice) && old.version() < version - 1);
            read.put(wanted, configuration);
        });
        return found;
    }

    @Override
    public List<PracticeId> ids() {
        return configurations.ids();
    }

    @Override
    public boolean store(Practice practice, long expected) {
        if (practice.version() != expected + 1) {
            throw new IllegalArgumentException(
                    "the version after " + expected + " is " + (expected + 1));
        }
        return configurations.store(
                practice.id(), practice.version(), ConfigurationJson.write(practice));
    }

    private static Practice open(JsonNode document, long version) {
        return switch (ConfigurationJson.read(document, version)) {
            case ConfigurationJson.Result.Read(Practice configuration) -> configuration;
            case ConfigurationJson.Result.Wrong wrong ->
                    throw new IllegalStateException(
                            "stored configuration is wrong: " + wrong.errors());
        };
    }
}
