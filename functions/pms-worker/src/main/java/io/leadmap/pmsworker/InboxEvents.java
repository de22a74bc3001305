package io.leadmap.pmsworker;

import io.leadmap.lambda.Log;
import io.leadmap.pmsworker.InterpretPmsEvent.Interpretation;
import io.leadmap.ports.Inbox;

import java.util.Optional;

/** Interprets events of the inbox, and says what somebody should look at. */
final class InboxEvents {

    private final InterpretPmsEvent interpreting;
    private final Log log;

    InboxEvents(InterpretPmsEvent interpreting, Log log) {
        this.interpreting = interpreting;
        this.log = log;
    }

    /** Interprets an event; tells whether it is there. */
    boolean interpret(Inbox.Key event) {
        Optional<Interpretation> interpretation = interpreting.interpret(event);
        interpretation
                .flatMap(Interpretation::unmappedLocation)
                .ifPresent(location ->
                        log.warn(
                                event.eventId(),
                                "a place of the PMS is no division: the root stands for it",
                                "practice",
                                event.practice(),
                                "connection",
                                event.connectionId(),
                                "location",
                                location));
        return interpretation.isPresent();
    }
}
