package io.leadmap.eventpublisher;

import io.leadmap.dynamodb.StreamImages;
import io.leadmap.lambda.StreamConsumer;
import io.leadmap.lambda.StreamRecord;
import io.leadmap.ports.Histories.Appended;
import io.leadmap.ports.Progress.Whose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Publishes what is appended to histories: a batch together, from what its records hold. A record
 * that is left, because the stream has forgotten one before it, publishes all that its lead's
 * history has by then. What this instance has published need not be asked for.
 */
final class HistoryStream implements StreamConsumer {

    private static final int REMEMBERED = 1000;

    private final PublishHistory publish;
    private final Map<Whose, Long> published =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Whose, Long> eldest) {
                    return size() > REMEMBERED;
                }
            };

    HistoryStream(PublishHistory publish) {
        this.publish = publish;
    }

    @Override
    public void begin(List<StreamRecord> batch) {
        List<Appended> told =
                batch.stream()
                        .flatMap(record -> StreamImages.appended(record.newImage()).stream())
                        .toList();
        published.putAll(publish.publish(told));
    }

    @Override
    public void accept(StreamRecord record) {
        StreamImages.appended(record.newImage()).ifPresent(this::publish);
    }

    private void publish(Appended appended) {
        Whose whose = new Whose(appended.practice(), appended.lead());
        long seq = appended.commit().commit().lastSeq();
        if (published.getOrDefault(whose, 0L) < seq) {
            published.put(whose, publish.publish(appended.practice(), appended.lead(), seq).upTo());
        }
    }
}
