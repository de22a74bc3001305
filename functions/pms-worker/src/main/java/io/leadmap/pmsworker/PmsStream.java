package io.leadmap.pmsworker;

import io.leadmap.domain.appointment.Candidate;
import io.leadmap.dynamodb.StreamImages;
import io.leadmap.dynamodb.StreamImages.HeadImage;
import io.leadmap.lambda.StreamConsumer;
import io.leadmap.lambda.StreamRecord;

import org.jspecify.annotations.Nullable;

/**
 * Interprets what comes into the inbox, and looks for an appointment whenever a lead has changed so
 * that it may take one that it could not take before: linking is tried again from both sides
 * (domain section 9).
 */
final class PmsStream implements StreamConsumer {

    private final InboxEvents events;
    private final RelinkLead relinking;

    PmsStream(InboxEvents events, RelinkLead relinking) {
        this.events = events;
        this.relinking = relinking;
    }

    @Override
    public void accept(StreamRecord record) {
        StreamImages.inbox(record.newImage()).ifPresent(events::interpret);
        StreamImages.head(record.newImage())
                .filter(head -> head.candidate().mayTakeMoreThan(before(record)))
                .ifPresent(head -> relinking.relink(head.practice(), head.lead()));
    }

    private static @Nullable Candidate before(StreamRecord record) {
        return StreamImages.head(record.oldImage()).map(HeadImage::candidate).orElse(null);
    }
}
