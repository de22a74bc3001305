package io.leadmap.dynamodb;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Progress;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How far consumers have come, in {@code CountsTable}: one small item for each lead. */
final class DynamoProgress implements Progress {

    private static final int PAGE = 500;

    private final Tables tables;

    DynamoProgress(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void reached(Consumer consumer, PracticeId practice, LeadId lead, long seq) {
        tables.counts()
                .change(
                        Keys.progress(practice, lead),
                        "SET #seq = :seq",
                        "attribute_not_exists(#seq) OR #seq < :seq",
                        Map.of("#seq", attribute(consumer)),
                        Map.of(":seq", AttributeValue.fromN(Long.toString(seq))));
    }

    @Override
    public Map<Whose, Long> of(Consumer consumer, Set<Whose> leads) {
        Map<Keys.Key, Whose> keys = new HashMap<>();
        leads.forEach(whose -> keys.put(Keys.progress(whose.practice(), whose.lead()), whose));
        Map<Whose, Long> found = new HashMap<>();
        for (Item item : tables.counts().getAll(List.copyOf(keys.keySet()))) {
            long seq = reached(consumer, item);
            Whose whose = keys.get(item.key());
            if (seq > 0 && whose != null) {
                found.put(whose, seq);
            }
        }
        return found;
    }

    @Override
    public Page behind(
            Consumer consumer, int part, int parts, Instant before, @Nullable String cursor) {
        Table leads = tables.leads();
        ScanResponse answer =
                Table.asked(() ->
                        leads.client()
                                .scan(
                                        ScanRequest.builder()
                                                .tableName(leads.name())
                                                .segment(part)
                                                .totalSegments(parts)
                                                .limit(PAGE)
                                                .filterExpression("sk = :head AND #at < :before")
                                                .projectionExpression("pk, sk, seq")
                                                .expressionAttributeNames(
                                                        Map.of("#at", HeadItem.AT))
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":head",
                                                                AttributeValue.fromS(Keys.HEAD),
                                                                ":before",
                                                                Item.seconds(before)))
                                                .exclusiveStartKey(position(cursor))
                                                .build()));
        List<Item> heads = answer.items().stream().map(Item::of).toList();
        Map<String, Item> progress = new HashMap<>();
        tables.counts()
                .getAll(heads.stream().map(DynamoProgress::progressOf).toList())
                .forEach(item -> progress.put(item.pk(), item));
        List<Behind> behind =
                heads.stream()
                        .map(head -> behind(consumer, head, progress.get(progressOf(head).pk())))
                        .filter(lead -> lead.reached() < lead.seq())
                        .toList();
        boolean more = !answer.lastEvaluatedKey().isEmpty();
        return new Page(behind, more ? cursor(Item.of(answer.lastEvaluatedKey())) : null);
    }

    private static Behind behind(Consumer consumer, Item head, @Nullable Item progress) {
        return new Behind(
                Keys.practiceOf(head.pk()),
                Keys.leadOf(head.pk()),
                reached(consumer, progress),
                head.number(HeadItem.SEQ));
    }

    private static long reached(Consumer consumer, @Nullable Item progress) {
        return progress != null && progress.has(attribute(consumer))
                ? progress.number(attribute(consumer))
                : 0;
    }

    private static Keys.Key progressOf(Item head) {
        return Keys.progress(Keys.practiceOf(head.pk()), Keys.leadOf(head.pk()));
    }

    private static String attribute(Consumer consumer) {
        return consumer.name().toLowerCase(Locale.ROOT);
    }

    private static String cursor(Item last) {
        return last.pk() + " " + last.sk();
    }

    private static @Nullable Map<String, AttributeValue> position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split(" ", 2);
        return new Keys.Key(parts[0], parts[1]).attributes();
    }
}
