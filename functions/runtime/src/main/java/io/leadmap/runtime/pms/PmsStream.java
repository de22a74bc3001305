package io.leadmap.runtime.pms;

import io.leadmap.application.pms.InterpretPmsEvent;
import io.leadmap.application.pms.RelinkLead;
import io.leadmap.domain.appointment.Candidate;
import io.leadmap.dynamodb.StreamImages;
import io.leadmap.dynamodb.StreamImages.HeadImage;
import io.leadmap.runtime.Log;
import io.leadmap.runtime.StreamConsumer;
import io.leadmap.runtime.StreamRecord;

import org.jspecify.annotations.Nullable;

/**
 * Interprets what comes into the inbox, and looks for an appointment whenever a lead has changed so
 * that it may take one that it could not take before: linking is tried again from both sides
 * (domain section 9).
 */
public final class PmsStream implements StreamConsumer {

    private final InterpretPmsEvent interpreting;
    private final RelinkLead relinking;
    private final Log log;

    public PmsStream(InterpretPmsEvent interpreting, RelinkLead relinking, Log log) {
        this.interpreting = interpreting;
        this.relinking = relinking;
        this.log = log;
    }

    @Override
    public void accept(StreamRecord record) {
        StreamImages.inbox(record.newImage())
                .ifPresent(event ->
                        interpreting
                                .interpret(event)
                                .flatMap(InterpretPmsEvent.Interpretation::unmappedLocation)
                                .ifPresent(location ->
                                        log.warn(
                                                event.eventId(),
                                                "a place of the PMS is no division: the root stands"
                                                        + " for it",
                                                "practice",
                                                event.practice(),
                                                "connection",
                                                event.connectionId(),
                                                "location",
                                                location)));
        StreamImages.head(record.newImage())
                .filter(head -> head.candidate().mayTakeMoreThan(before(record)))
                .ifPresent(head -> relinking.relink(head.practice(), head.lead()));
    }

    private static @Nullable Candidate before(StreamRecord record) {
        return StreamImages.head(record.oldImage()).map(HeadImage::candidate).orElse(null);
    }
}
