package io.leadmap.local;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;

/**
 * How the runner is started (api.md, "Only where the project runs locally").
 *
 * @param template the template to serve
 * @param port {@code LEADMAP_PORT}; 0 takes a free one
 * @param data {@code LEADMAP_DATA}; null keeps nothing
 * @param start {@code LEADMAP_CLOCK}; null for now
 * @param demonstration {@code LEADMAP_DEMONSTRATION}
 * @param grants {@code LEADMAP_GRANTS}: a file that is told which grants of the template functions
 *     use; null for none
 */
public record RunnerSettings(
        Path template,
        int port,
        @Nullable Path data,
        @Nullable Instant start,
        Demonstrated demonstration,
        @Nullable Path grants) {

    /** How much of the demonstration a fresh start loads. */
    public enum Demonstrated {
        /** Its practices and three weeks of leads. */
        STORY,
        /** Its practices without leads. */
        PRACTICES,
        /** Nothing. */
        NONE
    }

    /**
     * Reads the environment.
     *
     * @throws IllegalArgumentException naming the variable that is wrong
     */
    public static RunnerSettings of(Map<String, String> environment, Path template) {
        return new RunnerSettings(
                template,
                port(environment.getOrDefault("LEADMAP_PORT", "8080")),
                path(environment.getOrDefault("LEADMAP_DATA", "")),
                start(environment.getOrDefault("LEADMAP_CLOCK", "")),
                demonstrated(environment.getOrDefault("LEADMAP_DEMONSTRATION", "story")),
                path(environment.getOrDefault("LEADMAP_GRANTS", "")));
    }

    private static @Nullable Path path(String text) {
        return text.isBlank() ? null : Path.of(text);
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException(
                    "LEADMAP_PORT must be a port, 0 for a free one, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static @Nullable Instant start(String text) {
        try {
            return text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "LEADMAP_CLOCK must be a time such as 2026-02-27T09:00:00Z, not '" + text + "'",
                    e);
        }
    }

    private static Demonstrated demonstrated(String text) {
        try {
            return Demonstrated.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "LEADMAP_DEMONSTRATION is story, practices or none, not '" + text + "'", e);
        }
    }
}
