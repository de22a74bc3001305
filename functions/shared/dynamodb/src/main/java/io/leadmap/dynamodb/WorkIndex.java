package io.leadmap.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A sparse index of what is to be looked at, by shard and time; it holds keys only, of every
 * practice.
 */
record WorkIndex(String name, String partition, String time) {

    /** Of PMS events that are not done with, by when they came. */
    static final WorkIndex WAITING = new WorkIndex("byWaiting", "waiting", "waitingSince");

    /** Of mails that are not settled, by when they may be tried. */
    static final WorkIndex MAILS = new WorkIndex("byWaiting", "waiting", "notBefore");

    /** What was to be looked at before a time, earliest first. */
    Stream<Item> before(Table table, String shard, Instant before) {
        return table.query(query(shard, "#time < :until", Times.sortable(before)));
    }

    /** What was to be looked at up to a time, earliest first. */
    Stream<Item> upTo(Table table, String shard, Instant now) {
        return table.query(query(shard, "#time <= :until", Times.sortable(now)));
    }

    /** What is to be looked at behind a time, earliest first. */
    Stream<Item> after(Table table, String shard, Instant now) {
        return table.query(query(shard, "#time > :until", Times.sortable(now)));
    }

    private QueryRequest.Builder query(String shard, String until, String time) {
        return QueryRequest.builder()
                .indexName(name)
                .keyConditionExpression("#partition = :shard AND " + until)
                .expressionAttributeNames(Map.of("#partition", partition, "#time", this.time))
                .expressionAttributeValues(
                        Map.of(
                                ":shard",
                                AttributeValue.fromS(shard),
                                ":until",
                                AttributeValue.fromS(time)));
    }
}
