package io.leadmap.dynamodb;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.MailLimits;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One counter in {@code PracticeTable} for each kind and hour. */
final class DynamoMailLimits implements MailLimits {

    private static final String COUNT = "n";
    private static final Duration HOUR = Duration.ofHours(1);

    private final Table table;

    DynamoMailLimits(Table table) {
        this.table = table;
    }

    /** Counted by comparing, so that an answer that was lost counts once. */
    @Override
    public int take(PracticeId practice, String kind, Instant hour, int wanted, int limit) {
        Keys.Key key = Keys.mailsOfHour(practice, kind, hour.getEpochSecond() / HOUR.toSeconds());
        long taken = table.get(key).map(item -> item.number(COUNT)).orElse(0L);
        while (taken < limit) {
            int granted = Math.toIntExact(Math.min(wanted, limit - taken));
            Optional<Item> other = count(key, taken, taken + granted, hour);
            if (other.isEmpty()) {
                return granted;
            }
            taken = other.get().has(COUNT) ? other.get().number(COUNT) : 0;
        }
        return 0;
    }

    /** Empty if it was counted; else the counter as somebody else has left it. */
    private Optional<Item> count(Keys.Key key, long from, long to, Instant hour) {
        long ttl = hour.plus(HOUR.multipliedBy(2)).getEpochSecond();
        return table.change(
                key,
                "SET #n = :to, #ttl = :ttl",
                from == 0 ? "attribute_not_exists(#n)" : "#n = :from",
                Map.of("#n", COUNT, "#ttl", "ttl"),
                from == 0
                        ? Map.of(":to", number(to), ":ttl", number(ttl))
                        : Map.of(":to", number(to), ":ttl", number(ttl), ":from", number(from)));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
