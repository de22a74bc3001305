package io.leadmap.domain.history;

import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.map.MapRun;

/** The lead's way through a map, its tracks and its steps (domain section 4). */
public sealed interface MapEntry extends Entry {

    record MapEntered(String mapId, int version) implements MapEntry {}

    record MapClosed(MapRun.Outcome outcome) implements MapEntry {}

    record MapReopened() implements MapEntry {}

    record TrackOpened(String trackId) implements MapEntry {}

    record TrackReady(String trackId) implements MapEntry {}

    record TrackClosed(String trackId) implements MapEntry {}

    record TrackReopened(String trackId) implements MapEntry {}

    /** The value is what was entered; a checkbox is ticked. */
    record StepCompleted(String trackId, String stepId, FieldValue value) implements MapEntry {}

    record StepCleared(String trackId, String stepId) implements MapEntry {}
}
