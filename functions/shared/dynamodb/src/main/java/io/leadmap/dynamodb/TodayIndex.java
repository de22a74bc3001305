package io.leadmap.dynamodb;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.today.Awaited;
import io.leadmap.domain.today.Awaits;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.util.List;
import java.util.Map;

/**
 * The sparse index of leads that wait for a person: by whose they are, then by what they wait for
 * and since when. The head of a lead stands in it for its owner, its person for somebody who was
 * asked to take it over. Keys only.
 */
final class TodayIndex {

    static final String NAME = "byToday";
    static final String PARTITION = "today";
    static final String SINCE = "todaySince";

    /** Behind every time. */
    private static final String LAST = "~";

    private final Table leads;

    TodayIndex(Table leads) {
        this.leads = leads;
    }

    /** The attributes by which an item stands in the index. */
    static Map<String, AttributeValue> place(PracticeId practice, Awaited awaited) {
        return Map.of(
                PARTITION,
                AttributeValue.fromS(Keys.today(practice, awaited.whose())),
                SINCE,
                AttributeValue.fromS(prefix(awaited.what()) + Times.sortable(awaited.since())));
    }

    private static String prefix(Awaits what) {
        return what + "#";
    }

    /** The leads that wait for this person and thing, from the end at which to begin. */
    List<LeadId> first(
            PracticeId practice,
            Awaits what,
            @Nullable String whose,
            boolean newestFirst,
            int limit) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(leads.name())
                        .indexName(NAME)
                        .keyConditionExpression(
                                "#partition = :partition AND #since BETWEEN :from AND :to")
                        .expressionAttributeNames(Map.of("#partition", PARTITION, "#since", SINCE))
                        .expressionAttributeValues(
                                Map.of(
                                        ":partition",
                                        AttributeValue.fromS(Keys.today(practice, whose)),
                                        ":from",
                                        AttributeValue.fromS(prefix(what)),
                                        ":to",
                                        AttributeValue.fromS(prefix(what) + LAST)))
                        .scanIndexForward(!newestFirst)
                        .limit(limit)
                        .build();
        QueryResponse answer = Table.asked(() -> leads.client().query(query));
        return answer.items().stream().map(Item::of).map(item -> Keys.leadOf(item.pk())).toList();
    }
}
