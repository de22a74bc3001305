package io.leadmap.dynamodb;

import io.leadmap.domain.decide.DueEntry;
import io.leadmap.domain.decide.DueKey;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sparse index of what happened to leads and has consequences later: by practice and kind, then
 * by what happened and when. Keys only.
 */
final class DueIndex {

    static final String NAME = "byDue";
    static final String PARTITION = "due";
    static final String SINCE = "dueSince";

    /** Behind every time. */
    private static final String LAST = "~";

    private final Table leads;

    DueIndex(Table leads) {
        this.leads = leads;
    }

    /** The attributes by which an item stands in the index. */
    static Map<String, AttributeValue> place(PracticeId practice, DueEntry entry) {
        return Map.of(
                PARTITION,
                AttributeValue.fromS(Keys.due(practice, entry.key())),
                SINCE,
                AttributeValue.fromS(sort(entry.key(), entry.since())));
    }

    static String sort(DueKey key, Instant since) {
        return Keys.duePrefix(key) + Times.sortable(since);
    }

    /** The sort key of the first entry from here on, if there is one. */
    Optional<String> first(String partition, String from) {
        return ask(query(partition, from, LAST).limit(1)).items().stream()
                .findFirst()
                .map(entry -> Item.of(entry).text(SINCE));
    }

    /**
     * A page of entries between two sort keys, both inclusive.
     *
     * @param after where the page before ended, null for the first
     */
    QueryResponse page(
            String partition,
            String from,
            String to,
            int limit,
            @Nullable Map<String, AttributeValue> after) {
        return ask(query(partition, from, to).limit(limit).exclusiveStartKey(after));
    }

    /** The place of an entry, as the end of a page names it. */
    static Map<String, AttributeValue> position(String partition, String since, Keys.Key item) {
        Map<String, AttributeValue> position = new HashMap<>(item.attributes());
        position.put(PARTITION, AttributeValue.fromS(partition));
        position.put(SINCE, AttributeValue.fromS(since));
        return position;
    }

    private QueryResponse ask(QueryRequest.Builder query) {
        return Table.asked(() -> leads.client().query(query.tableName(leads.name()).build()));
    }

    private static QueryRequest.Builder query(String partition, String from, String to) {
        return QueryRequest.builder()
                .indexName(NAME)
                .keyConditionExpression("#partition = :partition AND #since BETWEEN :from AND :to")
                .expressionAttributeNames(Map.of("#partition", PARTITION, "#since", SINCE))
                .expressionAttributeValues(
                        Map.of(
                                ":partition", AttributeValue.fromS(partition),
                                ":from", AttributeValue.fromS(from),
                                ":to", AttributeValue.fromS(to)));
    }
}
