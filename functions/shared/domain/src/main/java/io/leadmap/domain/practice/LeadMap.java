package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;
import io.leadmap.domain.text.Prose;

import java.util.List;
import java.util.Optional;

/**
 * The ordered tracks that turn a lead into a patient (domain section 4).
 *
 * @param version from 1; a run of the map remembers the version with which it began, and follows
 *     the newest
 */
public record LeadMap(String id, int version, String name, String colour, List<Track> tracks) {

    public LeadMap {
        name = Line.of(name);
        tracks = List.copyOf(tracks);
    }

    /** The track with this id, if the map has it. */
    public Optional<Track> track(String trackId) {
        return tracks.stream().filter(t -> t.id().equals(trackId)).findFirst();
    }

    /** The track that holds this step, if the map has it. */
    public Optional<Track> trackOf(String stepId) {
        return tracks.stream()
                .filter(t -> t.steps().stream().anyMatch(s -> s.id().equals(stepId)))
                .findFirst();
    }

    /** A standard track: a container of steps. */
    public record Track(String id, String name, List<Step> steps) {

        public Track {
            name = Line.of(name);
            steps = List.copyOf(steps);
        }
    }

    /** A checkbox step, completed by an agent. */
    public record Step(String id, String name, String description, boolean required) {

        public Step {
            name = Line.of(name);
            description = Prose.of(description);
        }
    }
}
