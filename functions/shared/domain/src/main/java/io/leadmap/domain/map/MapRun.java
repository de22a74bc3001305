package io.leadmap.domain.map;

import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.lead.FieldValue;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A lead's way through one map. Holds only what differs from waiting: tracks that are not in it
 * wait.
 *
 * @param run 1 for the lead's first map, raised by every change of map
 * @param version the version of the map with which the run began
 * @param outcome null while the map is open
 * @param tracks the state of each track that is no longer waiting, by track id
 * @param steps the steps that are done, by step id
 */
public record MapRun(
        int run,
        String mapId,
        int version,
        @Nullable Outcome outcome,
        Map<String, TrackState> tracks,
        Map<String, StepDone> steps) {

    public MapRun {
        tracks = Collections.unmodifiableMap(new TreeMap<>(tracks));
        steps = Collections.unmodifiableMap(new TreeMap<>(steps));
    }

    /** How a map ended. */
    public enum Outcome {
        WON,
        LOST,
        CLOSED
    }

    /** OPEN is orange, READY (to be opened by a click) is green (domain section 4). */
    public enum TrackState {
        WAITING,
        READY,
        OPEN,
        CLOSED
    }

    /** Who completed a step, when, and with what; a checkbox is ticked. */
    public record StepDone(Instant at, String by, FieldValue value) {}

    public TrackState state(String trackId) {
        return tracks.getOrDefault(trackId, TrackState.WAITING);
    }

    public boolean isOpen() {
        return outcome == null;
    }

    public MapRun withOutcome(@Nullable Outcome ended) {
        return new MapRun(run, mapId, version, ended, tracks, steps);
    }

    public MapRun withTrack(String trackId, TrackState state) {
        Map<String, TrackState> changed = new TreeMap<>(tracks);
        changed.put(trackId, state);
        return new MapRun(run, mapId, version, outcome, changed, steps);
    }

    /**
     * This run with a step done, or open again by null: then a green track waits until it is green
     * anew.
     */
    public MapRun withStep(String stepId, @Nullable StepDone done) {
        Map<String, StepDone> changed = new TreeMap<>(steps);
        Map<String, TrackState> still = new TreeMap<>(tracks);
        if (done == null) {
            changed.remove(stepId);
            still.values().removeIf(state -> state == TrackState.READY);
        } else {
            changed.put(stepId, done);
        }
        return new MapRun(run, mapId, version, outcome, still, changed);
    }

    /**
     * The run after one more entry.
     *
     * @param before the lead's latest run, null if it was in no map
     * @param by the name of who acted
     */
    public static MapRun after(@Nullable MapRun before, MapEntry entry, Instant at, String by) {
        if (entry instanceof MapEntry.MapEntered e) {
            int run = before == null ? 1 : before.run() + 1;
            return new MapRun(run, e.mapId(), e.version(), null, Map.of(), Map.of());
        }
        if (before == null) {
            throw new IllegalStateException("the lead is in no map");
        }
        return before.after(entry, at, by);
    }

    private MapRun after(MapEntry entry, Instant at, String by) {
        return switch (entry) {
            case MapEntry.MapEntered e -> throw new IllegalStateException("another run");
            case MapEntry.MapClosed e -> withOutcome(e.outcome());
            case MapEntry.MapReopened e -> withOutcome(null);
            case MapEntry.TrackOpened e -> withTrack(e.trackId(), TrackState.OPEN);
            case MapEntry.TrackReady e -> withTrack(e.trackId(), TrackState.READY);
            case MapEntry.TrackClosed e -> withTrack(e.trackId(), TrackState.CLOSED);
            case MapEntry.TrackReopened e -> withTrack(e.trackId(), TrackState.OPEN);
            case MapEntry.StepCompleted e -> withStep(e.stepId(), new StepDone(at, by, e.value()));
            case MapEntry.StepCleared e -> withStep(e.stepId(), null);
        };
    }
}
