package io.leadmap.domain.decide;

import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapProgress;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.map.MapRun.TrackState;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.LeadMap.Track;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The way through a map (domain section 4). */
final class MapRules {

    private static final FieldValue TICK = new FieldValue.Flag(true);

    private MapRules() {}

    /** Enters a map and opens what opens by itself. */
    static void enter(Chapter chapter, LeadMap map) {
        chapter.add(new MapEntry.MapEntered(map.id(), map.version()));
        settle(chapter, map);
    }

    /** Closes the lead's map because its status closed; a closed one takes the new outcome. */
    static void close(Chapter chapter, MapRun.Outcome outcome) {
        MapRun map = chapter.lead().map();
        if (map != null && map.outcome() != outcome) {
            chapter.add(new MapEntry.MapClosed(outcome));
        }
    }

    /** Reopens the lead's map where it stood because its status was reopened; fires nothing. */
    static void reopen(Chapter chapter) {
        MapRun map = chapter.lead().map();
        if (map != null && !map.isOpen()) {
            chapter.add(new MapEntry.MapReopened());
        }
    }

    /**
     * The agent's close: won sets INVOICED, lost sets LOST with its reason (domain section 3,
     * status and map).
     */
    static Optional<Refusal> closeByHand(Chapter chapter, Command.CloseMap command) {
        Lead lead = chapter.lead();
        if (lead.openMap().isEmpty()) {
            return Optional.of(notOpen(lead));
        }
        if (command.outcome() == MapRun.Outcome.CLOSED) {
            return Optional.of(new Refusal.Invalid("outcome", "Close the map as won or as lost."));
        }
        Status status = command.outcome() == MapRun.Outcome.WON ? Status.INVOICED : Status.LOST;
        Optional<Refusal> refusal =
                StatusRules.byHand(
                        chapter,
                        new Command.SetStatus(status, command.lossReason(), command.comment()));
        if (refusal.isEmpty()) {
            close(chapter, command.outcome()); // a follow-up map of a lead that is lost already
        }
        return refusal;
    }

    /** Completes a step of an open track and moves on as far as that goes by itself. */
    static Optional<Refusal> complete(Chapter chapter, Command.CompleteStep command) {
        return onOpenTrack(
                chapter,
                command.stepId(),
                (progress, track) -> {
                    if (progress.run().steps().containsKey(command.stepId())) {
                        return;
                    }
                    chapter.add(new MapEntry.StepCompleted(track.id(), command.stepId(), TICK));
                    MapProgress now = progress(chapter, progress.map());
                    boolean reopened = progress.map().tracks().indexOf(track) < now.front();
                    if (reopened && now.isAllDone(track)) {
                        chapter.add(new MapEntry.TrackClosed(track.id()));
                    }
                    settle(chapter, progress.map());
                });
    }

    /** Opens a completed step again; a track that was green because of it waits again. */
    static Optional<Refusal> clear(Chapter chapter, Command.ClearStep command) {
        return onOpenTrack(
                chapter,
                command.stepId(),
                (progress, track) -> {
                    if (progress.run().steps().containsKey(command.stepId())) {
                        chapter.add(new MapEntry.StepCleared(track.id(), command.stepId()));
                        settle(chapter, progress.map());
                    }
                });
    }

    /**
     * The click on the green track: closes what is open before it, whose open steps cannot be
     * completed any more.
     */
    static Optional<Refusal> open(Chapter chapter, Command.OpenTrack command) {
        return unlessOpen(
                chapter,
                command.trackId(),
                TrackState.READY,
                progress -> {
                    closeOpen(chapter, progress);
                    settle(chapter, progress.map()); // opens what comes next: this one
                });
    }

    /** An administrator opens a closed track again; nothing fires again and nothing else moves. */
    static Optional<Refusal> reopenTrack(Chapter chapter, Command.ReopenTrack command) {
        return unlessOpen(
                chapter,
                command.trackId(),
                TrackState.CLOSED,
                progress -> chapter.add(new MapEntry.TrackReopened(command.trackId())));
    }

    /** Opens a track from this state; one that is open already stays so, any other is refused. */
    private static Optional<Refusal> unlessOpen(
            Chapter chapter, String trackId, TrackState from, Consumer<MapProgress> opening) {
        return onOpenMap(
                chapter,
                progress -> {
                    Optional<Track> track = progress.map().track(trackId);
                    if (track.isEmpty()) {
                        return Optional.of(new Refusal.Unknown("track"));
                    }
                    TrackState state = progress.state(track.get());
                    if (state == from) {
                        opening.accept(progress);
                    }
                    return state == from || state == TrackState.OPEN
                            ? Optional.empty()
                            : Optional.of(notReady());
                });
    }

    /**
     * Enters another map: the status stays, drips that the old map enrolled stop, its progress
     * stays in the history.
     */
    static Optional<Refusal> change(Chapter chapter, Command.ChangeMap command) {
        Optional<LeadMap> map = chapter.practice().map(command.mapId());
        if (map.isEmpty()) {
            return Optional.of(new Refusal.Unknown("map"));
        }
        Lead lead = chapter.lead();
        if (lead.status() == Status.INVOICED || lead.status() == Status.INVALID) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.LEAD_CLOSED,
                            "The lead is closed; set an open status before it enters a map."));
        }
        Optional<MapRun> left = lead.openMap();
        if (left.filter(run -> run.mapId().equals(command.mapId())).isPresent()) {
            return Optional.empty();
        }
        left.ifPresent(run -> leave(chapter, run));
        enter(chapter, map.get());
        return Optional.empty();
    }

    private static void leave(Chapter chapter, MapRun run) {
        DripRules.stopEnrolledBy(chapter, run.run());
        chapter.add(new MapEntry.MapClosed(MapRun.Outcome.CLOSED));
    }

    /**
     * Moves on until somebody has to do something: closes what is done, opens or greens what comes
     * next.
     */
    private static void settle(Chapter chapter, LeadMap map) {
        List<Track> tracks = map.tracks();
        MapProgress progress = progress(chapter, map);
        int at = progress.front();
        while (at < tracks.size() && (at < 0 || passes(chapter, progress, at))) {
            at++;
            if (at < tracks.size()) {
                chapter.add(new MapEntry.TrackOpened(tracks.get(at).id()));
            }
            progress = progress(chapter, map);
        }
    }

    /**
     * Closes this track if nothing is left in it; greens the next one if only optional steps are.
     */
    private static boolean passes(Chapter chapter, MapProgress progress, int at) {
        List<Track> tracks = progress.map().tracks();
        Track track = tracks.get(at);
        boolean last = at == tracks.size() - 1;
        if (progress.state(track) == TrackState.CLOSED) {
            return !last;
        }
        if (track.steps().isEmpty() || (!last && progress.isAllDone(track))) {
            chapter.add(new MapEntry.TrackClosed(track.id()));
            return true;
        }
        if (!last
                && progress.isRequiredDone(track)
                && progress.state(tracks.get(at + 1)) == TrackState.WAITING) {
            chapter.add(new MapEntry.TrackReady(tracks.get(at + 1).id()));
        }
        return false;
    }

    private static void closeOpen(Chapter chapter, MapProgress progress) {
        progress.map().tracks().stream()
                .filter(track -> progress.state(track) == TrackState.OPEN)
                .forEach(track -> chapter.add(new MapEntry.TrackClosed(track.id())));
    }

    private static Optional<Refusal> onOpenTrack(Chapter chapter, String stepId, OnTrack rule) {
        return onOpenMap(
                chapter,
                progress -> {
                    Optional<Track> track = progress.map().trackOf(stepId);
                    if (track.isEmpty()) {
                        return Optional.of(new Refusal.Unknown("step"));
                    }
                    if (progress.state(track.get()) != TrackState.OPEN) {
                        return Optional.of(
                                new Refusal.Conflict(
                                        Refusal.Reason.STEP_NOT_OPEN,
                                        "The step's track is not the open one."));
                    }
                    rule.apply(progress, track.get());
                    return Optional.empty();
                });
    }

    private static Optional<Refusal> onOpenMap(Chapter chapter, OnMap rule) {
        Lead lead = chapter.lead();
        Optional<MapRun> run = lead.openMap();
        if (run.isEmpty()) {
            return Optional.of(notOpen(lead));
        }
        Optional<LeadMap> map = chapter.practice().map(run.get().mapId());
        if (map.isEmpty()) {
            return Optional.of(new Refusal.Unknown("map"));
        }
        settle(chapter, map.get()); // it may have been edited since
        return rule.apply(progress(chapter, map.get()));
    }

    private static MapProgress progress(Chapter chapter, LeadMap map) {
        return new MapProgress(map, chapter.lead().openMap().orElseThrow());
    }

    private static Refusal notOpen(Lead lead) {
        return lead.map() == null
                ? new Refusal.Conflict(Refusal.Reason.NO_MAP, "The lead is in no map.")
                : new Refusal.Conflict(
                        Refusal.Reason.MAP_CLOSED,
                        "The map is closed; set an open status to reopen it.");
    }

    private static Refusal notReady() {
        return new Refusal.Conflict(
                Refusal.Reason.TRACK_NOT_READY, "The track cannot be opened yet, or no more.");
    }

    @FunctionalInterface
    private interface OnTrack {
        void apply(MapProgress progress, Track track);
    }

    @FunctionalInterface
    private interface OnMap {
        Optional<Refusal> apply(MapProgress progress);
    }
}
