package io.leadmap.dynamodb;

import io.leadmap.application.DueWork;
import io.leadmap.domain.decide.Deadlines;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.Settings;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sparse index of what falls due; one query for each shard, however many leads there are. */
final class DynamoDueWork implements DueWork {

    private final Tables tables;

    DynamoDueWork(Tables tables) {
        this.tables = tables;
    }

    @Override
    public int shards() {
        return Keys.SHARDS;
    }

    @Override
    public Page due(Kind kind, int shard, Instant now, int limit, @Nullable String cursor) {
        String partition = Keys.due(kind, shard);
        Table leads = tables.leads();
        QueryResponse answer =
                Table.asked(() ->
                        leads.client()
                                .query(
                                        WorkIndex.DUE
                                                .upTo(
                                                        partition,
                                                        now,
                                                        limit,
                                                        cursor == null
                                                                ? null
                                                                : position(partition, cursor))
                                                .tableName(leads.name())
                                                .build()));
        List<Due> due = answer.items().stream().map(Item::of).map(DynamoDueWork::due).toList();
        boolean more = !answer.lastEvaluatedKey().isEmpty();
        return new Page(due, more ? cursor(Item.of(answer.lastEvaluatedKey())) : null);
    }

    private static Due due(Item entry) {
        String sk = entry.sk();
        return new Due(
                Keys.practiceOf(entry.pk()),
                Keys.leadOf(entry.pk()),
                sk.startsWith(Keys.DRIP) ? sk.substring(Keys.DRIP.length()) : "",
                Times.read(entry.text(WorkIndex.DUE.time())));
    }

    private static String cursor(Item last) {
        String text = last.text(WorkIndex.DUE.time()) + " " + last.pk() + " " + last.sk();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, AttributeValue> position(String partition, String cursor) {
        String[] parts =
                new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
                        .split(" ", 3);
        Map<String, AttributeValue> position =
                new HashMap<>(new Keys.Key(parts[1], parts[2]).attributes());
        position.put(WorkIndex.DUE.partition(), AttributeValue.fromS(partition));
        position.put(WorkIndex.DUE.time(), AttributeValue.fromS(parts[0]));
        return position;
    }

    /** Leaves alone what has moved on meanwhile: that was computed anew already. */
    @Override
    public void refresh(Lead lead, Settings settings) {
        Map<String, Projected> items = LeadItems.of(lead, Deadlines.of(lead, settings));
        AttributeValue seq = AttributeValue.fromN(Long.toString(lead.seq()));
        items.forEach((sk, item) -> {
            if (sk.equals(Keys.HEAD)) {
                refresh(item, "#same = :same", HeadItem.SEQ, seq);
            } else if (item.open().containsKey(Projected.OPEN)) {
                refresh(item, "#same = :same", Projected.OPEN, item.value(Projected.OPEN));
            }
        });
    }

    private void refresh(Projected item, String condition, String attribute, AttributeValue same) {
        Map<String, String> names =
                Map.of(
                        "#due",
                        WorkIndex.DUE.partition(),
                        "#at",
                        WorkIndex.DUE.time(),
                        "#same",
                        attribute);
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":same", same));
        String expression = "REMOVE #due, #at";
        if (item.open().containsKey(WorkIndex.DUE.partition())) {
            expression = "SET #due = :due, #at = :at";
            values.put(":due", item.value(WorkIndex.DUE.partition()));
            values.put(":at", item.value(WorkIndex.DUE.time()));
        }
        tables.leads().change(item.key(), expression, condition, names, values);
    }
}
