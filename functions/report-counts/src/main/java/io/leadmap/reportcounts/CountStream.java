package io.leadmap.reportcounts;

import io.leadmap.domain.report.Countable;
import io.leadmap.dynamodb.StreamImages;
import io.leadmap.dynamodb.StreamImages.HeadImage;
import io.leadmap.lambda.StreamConsumer;
import io.leadmap.lambda.StreamRecord;
import io.leadmap.ports.NameIndex;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Counts what changes in the heads of leads (architecture decision 10), and keeps the names that
 * they are found by.
 */
final class CountStream implements StreamConsumer {

    private final CountContributions counting;

    private final NameIndex names;

    CountStream(CountContributions counting, NameIndex names) {
        this.counting = counting;
        this.names = names;
    }

    @Override
    public void accept(StreamRecord record) {
        Optional<HeadImage> before = StreamImages.head(record.oldImage());
        Optional<HeadImage> now = StreamImages.head(record.newImage());
        now.or(() -> before)
                .ifPresent(head -> {
                    counting.count(head.practice(), head.lead(), countable(before), countable(now));
                    if (!before.map(HeadImage::named).equals(now.map(HeadImage::named))) {
                        names.follow(head.practice(), head.lead());
                    }
                });
    }

    private static @Nullable Countable countable(Optional<HeadImage> head) {
        return head.map(HeadImage::countable).orElse(null);
    }
}
