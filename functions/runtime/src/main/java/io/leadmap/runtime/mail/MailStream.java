package io.leadmap.runtime.mail;

import io.leadmap.application.mail.SendMail;
import io.leadmap.domain.mail.MailState;
import io.leadmap.dynamodb.StreamImages;
import io.leadmap.runtime.StreamConsumer;
import io.leadmap.runtime.StreamRecord;

/** Sends what comes to stand as queued in the ledger. */
public final class MailStream implements StreamConsumer {

    private final SendMail send;

    MailStream(SendMail send) {
        this.send = send;
    }

    @Override
    public void accept(StreamRecord record) {
        StreamImages.mail(record.newImage())
                .filter(mail -> mail.state() == MailState.QUEUED)
                .ifPresent(mail -> send.send(mail.id()));
    }
}
