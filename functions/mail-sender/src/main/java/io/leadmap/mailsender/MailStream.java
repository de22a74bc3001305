package io.leadmap.mailsender;

import io.leadmap.domain.mail.MailState;
import io.leadmap.dynamodb.StreamImages;
import io.leadmap.dynamodb.StreamImages.MailImage;
import io.leadmap.lambda.StreamConsumer;
import io.leadmap.lambda.StreamRecord;
import io.leadmap.ports.Deadline;

import java.time.InstantSource;

/**
 * Sends what comes to stand as queued in the ledger. A mail that cannot go out yet is no failure:
 * it is found by its time (architecture decision 12).
 */
final class MailStream implements StreamConsumer {

    private final SendMail send;
    private final InstantSource clock;

    MailStream(SendMail send, InstantSource clock) {
        this.send = send;
        this.clock = clock;
    }

    @Override
    public void accept(StreamRecord record) {
        accept(record, Deadline.NONE);
    }

    /** Begins with no mail that it may not be able to end with. */
    @Override
    public void accept(StreamRecord record, Deadline deadline) {
        StreamImages.mail(record.newImage())
                .filter(mail -> mail.state() == MailState.QUEUED && isDue(mail))
                .filter(mail -> !deadline.isNear())
                .ifPresent(mail -> send.send(mail.id()));
    }

    private boolean isDue(MailImage mail) {
        return mail.notBefore().filter(at -> at.isAfter(clock.instant())).isEmpty();
    }
}
