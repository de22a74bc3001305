package io.leadmap.domain.decide;

import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.LeadMap;

import java.util.Optional;

/** The way through a map (domain section 4). */
final class MapRules {

    private MapRules() {}

    /** Enters a map and opens what opens by itself. */
    static void enter(Chapter chapter, LeadMap map) {
        chapter.add(new Entry.MapEntered(map.id(), map.version()));
    }

    /** Closes the lead's map because its status closed; a closed one takes the new outcome. */
    static void close(Chapter chapter, MapRun.Outcome outcome) {
        MapRun map = chapter.lead().map();
        if (map != null && map.outcome() != outcome) {
            chapter.add(new Entry.MapClosed(outcome));
        }
    }

    /** Reopens the lead's map where it stood because its status was reopened; fires nothing. */
    static void reopen(Chapter chapter) {
        MapRun map = chapter.lead().map();
        if (map != null && !map.isOpen()) {
            chapter.add(new Entry.MapReopened());
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
        Status status = command.outcome() == MapRun.Outcome.WON ? Status.INVOICED : Status.LOST;
        return StatusRules.byHand(
                chapter, new Command.SetStatus(status, command.lossReason(), command.comment()));
    }

    static Optional<Refusal> complete(Chapter chapter, Command.CompleteStep command) {
        throw new UnsupportedOperationException("not yet");
    }

    static Optional<Refusal> clear(Chapter chapter, Command.ClearStep command) {
        throw new UnsupportedOperationException("not yet");
    }

    static Optional<Refusal> open(Chapter chapter, Command.OpenTrack command) {
        throw new UnsupportedOperationException("not yet");
    }

    static Optional<Refusal> reopenTrack(Chapter chapter, Command.ReopenTrack command) {
        throw new UnsupportedOperationException("not yet");
    }

    static Optional<Refusal> change(Chapter chapter, Command.ChangeMap command) {
        throw new UnsupportedOperationException("not yet");
    }

    private static Refusal notOpen(Lead lead) {
        return lead.map() == null
                ? new Refusal.Conflict(Refusal.Reason.NO_MAP, "The lead is in no map.")
                : new Refusal.Conflict(
                        Refusal.Reason.MAP_CLOSED,
                        "The map is closed; set an open status to reopen it.");
    }
}
