package io.leadmap.reportcounts;

import io.leadmap.domain.report.Countable;
import io.leadmap.dynamodb.StreamImages;
import io.leadmap.dynamodb.StreamImages.HeadImage;
import io.leadmap.lambda.StreamConsumer;
import io.leadmap.lambda.StreamRecord;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Counts what changes in the heads of leads (architecture decision 10). */
final class CountStream implements StreamConsumer {

    private final CountContributions counting;

    CountStream(CountContributions counting) {
        this.counting = counting;
    }

    @Override
    public void accept(StreamRecord record) {
        Optional<HeadImage> before = StreamImages.head(record.oldImage());
        Optional<HeadImage> now = StreamImages.head(record.newImage());
        now.or(() -> before)
                .ifPresent(head ->
                        counting.count(
                                head.practice(), head.lead(), countable(before), countable(now)));
    }

    private static @Nullable Countable countable(Optional<HeadImage> head) {
        return head.map(HeadImage::countable).orElse(null);
    }
}
