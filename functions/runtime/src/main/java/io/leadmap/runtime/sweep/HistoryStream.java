package io.leadmap.runtime.sweep;

import io.leadmap.application.publish.PublishHistory;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.dynamodb.StreamImages;
import io.leadmap.dynamodb.StreamImages.CommitImage;
import io.leadmap.runtime.StreamRecord;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Publishes what is appended to histories. One record's turn publishes all that its lead's history
 * has by then, so that the records behind it often find nothing left to do; what this instance has
 * published need not be asked for.
 */
public final class HistoryStream implements Consumer<StreamRecord> {

    private static final int REMEMBERED = 1000;

    private final PublishHistory publish;
    private final Map<Key, Long> published =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
                    return size() > REMEMBERED;
                }
            };

    HistoryStream(PublishHistory publish) {
        this.publish = publish;
    }

    @Override
    public void accept(StreamRecord record) {
        StreamImages.commit(record.newImage()).ifPresent(this::publish);
    }

    private void publish(CommitImage commit) {
        Key key = new Key(commit.practice(), commit.lead());
        if (published.getOrDefault(key, 0L) < commit.lastSeq()) {
            published.put(
                    key,
                    publish.publish(commit.practice(), commit.lead(), commit.lastSeq()).upTo());
        }
    }

    private record Key(PracticeId practice, LeadId lead) {}
}
