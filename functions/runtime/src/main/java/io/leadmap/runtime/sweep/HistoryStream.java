package io.leadmap.runtime.sweep;

import io.leadmap.application.publish.PublishHistory;
import io.leadmap.dynamodb.StreamImages;
import io.leadmap.runtime.StreamRecord;

import java.util.function.Consumer;

/** Publishes what is appended to histories. */
public final class HistoryStream implements Consumer<StreamRecord> {

    private final PublishHistory publish;

    HistoryStream(PublishHistory publish) {
        this.publish = publish;
    }

    @Override
    public void accept(StreamRecord record) {
        StreamImages.commit(record.newImage())
                .ifPresent(commit ->
                        publish.publish(commit.practice(), commit.lead(), commit.lastSeq()));
    }
}
