package io.leadmap.domain.map;

import io.leadmap.domain.map.MapRun.TrackState;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.LeadMap.Step;
import io.leadmap.domain.practice.LeadMap.Track;

import java.util.List;

/**
 * How far a run has come in its map (domain section 4).
 *
 * @param map the map as it is configured now: a run that has begun follows its administrator's
 *     edits, and what the map no longer has is forgotten
 * @param run the lead's run of it
 */
public record MapProgress(LeadMap map, MapRun run) {

    public TrackState state(Track track) {
        return run.state(track.id());
    }

    public boolean isDone(Step step) {
        return run.steps().containsKey(step.id());
    }

    /** Tells whether no required step of the track is open; true of a track without any. */
    public boolean isRequiredDone(Track track) {
        return track.steps().stream().filter(Step::required).allMatch(this::isDone);
    }

    /** Tells whether no step of the track is open; true of a track without any. */
    public boolean isAllDone(Track track) {
        return track.steps().stream().allMatch(this::isDone);
    }

    /** The index of the furthest track that was opened; -1 before the first. */
    public int front() {
        List<Track> tracks = map.tracks();
        for (int i = tracks.size() - 1; i >= 0; i--) {
            TrackState state = state(tracks.get(i));
            if (state == TrackState.OPEN || state == TrackState.CLOSED) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Tells whether nothing is left but to close the map as won or lost: the last track's required
     * steps are done.
     */
    public boolean isReadyToClose() {
        return run.isOpen()
                && front() == map.tracks().size() - 1
                && map.tracks().stream()
                        .filter(t -> state(t) == TrackState.OPEN)
                        .allMatch(this::isRequiredDone);
    }
}
