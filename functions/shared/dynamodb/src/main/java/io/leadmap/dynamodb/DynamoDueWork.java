package io.leadmap.dynamodb;

import io.leadmap.domain.decide.DueRange;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.DueWork;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Walks the ranges that a sweep asks for, in the order of their keys. Ranges in which nothing
 * stands cost nothing: a query of one entry leaps to the next in which something does. So what a
 * sweep reads depends on what is due, not on what waits or on how many leads there are.
 */
final class DynamoDueWork implements DueWork {

    private final DueIndex index;

    DynamoDueWork(Table leads) {
        index = new DueIndex(leads);
    }

    @Override
    public Page within(
            PracticeId practice, List<DueRange> ranges, int limit, @Nullable String cursor) {
        NavigableMap<String, NavigableMap<String, DueRange>> partitions = new TreeMap<>();
        for (DueRange range : ranges) {
            partitions
                    .computeIfAbsent(Keys.due(practice, range.key()), absent -> new TreeMap<>())
                    .put(Keys.duePrefix(range.key()), range);
        }
        @Nullable Place start = cursor == null ? null : Place.read(cursor);
        if (start != null) {
            partitions = partitions.tailMap(start.partition(), true);
        }
        List<Due> due = new ArrayList<>();
        for (Map.Entry<String, NavigableMap<String, DueRange>> part : partitions.entrySet()) {
            Walk walk = new Walk(part.getKey(), part.getValue(), limit, due);
            @Nullable Place next =
                    walk.from(start != null && start.isIn(part.getKey()) ? start : null);
            if (next != null) {
                return new Page(due, next.written());
            }
        }
        return new Page(due, null);
    }

    /** One partition, until the page is full. */
    private final class Walk {
        private final String partition;
        private final NavigableMap<String, DueRange> ranges;
        private final int limit;
        private final List<Due> due;

        Walk(String partition, NavigableMap<String, DueRange> ranges, int limit, List<Due> due) {
            this.partition = partition;
            this.ranges = ranges;
            this.limit = limit;
            this.due = due;
        }

        /** Where the page is full, null at the end. */
        @Nullable Place from(@Nullable Place start) {
            @Nullable Place at = start;
            @Nullable String prefix =
                    at == null ? populated(ranges.firstKey()) : ranges.floorKey(at.since());
            while (prefix != null) {
                at = read(prefix, at);
                if (at != null) {
                    return at;
                }
                @Nullable String next = ranges.higherKey(prefix);
                prefix = next == null ? null : populated(next);
            }
            return null;
        }

        /** The next range in which something is due, from this one on. */
        private @Nullable String populated(String from) {
            if (ranges.size() == 1) {
                return from;
            }
            @Nullable String at = from;
            while (at != null) {
                Optional<String> found = index.first(partition, at);
                if (found.isEmpty()) {
                    return null;
                }
                String since = found.get();
                @Nullable String prefix = ranges.floorKey(since);
                if (prefix != null && since.compareTo(end(prefix)) <= 0) {
                    return prefix;
                }
                at = ranges.higherKey(since);
            }
            return null;
        }

        /** Reads a range; answers where the page is full, null if the range has ended. */
        private @Nullable Place read(String prefix, @Nullable Place start) {
            DueRange range = range(prefix);
            @Nullable Map<String, AttributeValue> after = start == null ? null : start.position();
            do {
                int room = limit - due.size();
                QueryResponse page = index.page(partition, prefix, end(prefix), room, after);
                page.items().stream()
                        .map(Item::of)
                        .forEach(entry -> due.add(new Due(Keys.leadOf(entry.pk()), range.key())));
                after = page.lastEvaluatedKey().isEmpty() ? null : page.lastEvaluatedKey();
                if (after != null && due.size() >= limit) {
                    return Place.of(partition, Item.of(after));
                }
            } while (after != null);
            return null;
        }

        private DueRange range(String prefix) {
            return Objects.requireNonNull(ranges.get(prefix));
        }

        private String end(String prefix) {
            return DueIndex.sort(range(prefix).key(), range(prefix).until());
        }
    }

    /** An entry of the index. */
    private record Place(String partition, String since, Keys.Key item) {

        static Place of(String partition, Item entry) {
            return new Place(partition, entry.text(DueIndex.SINCE), entry.key());
        }

        boolean isIn(String other) {
            return partition.equals(other);
        }

        Map<String, AttributeValue> position() {
            return DueIndex.position(partition, since, item);
        }

        String written() {
            String text = String.join(" ", partition, since, item.pk(), item.sk());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Place read(String cursor) {
            byte[] text = Base64.getUrlDecoder().decode(cursor);
            String[] parts = new String(text, StandardCharsets.UTF_8).split(" ", 4);
            return new Place(parts[0], parts[1], new Keys.Key(parts[2], parts[3]));
        }
    }
}
