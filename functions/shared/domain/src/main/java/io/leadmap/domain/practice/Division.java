package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;

import org.jspecify.annotations.Nullable;

/**
 * A node in the practice's tree of business areas or locations.
 *
 * @param parent the division above, null for the root; a practice has exactly one root
 */
public record Division(String id, String name, @Nullable String parent) {

    public Division {
        name = Line.of(name);
    }
}
