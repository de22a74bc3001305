package io.leadmap.dynamodb;

import io.leadmap.database.TestDatabase;
import io.leadmap.template.TableDefinition;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.util.List;
import java.util.Map;

/** What reading the reference lead costs, from the items that {@link ReferenceRun} left. */
final class ReferenceReads {

    private static final String LEAD = "brightwater#01jmyq4w8x5n7v3k2c9b6d1f0b";
    private static final int PAGE = 50;
    private static final int NEWEST = 25;
    private static final int YEAR = 365;
    private static final int THOUSAND = 1000;

    private final DynamoDbClient client;
    private final Map<String, String> environment;

    ReferenceReads(TestDatabase database) {
        client = database.client();
        environment = database.environment();
    }

    List<String> rows() {
        int lead = bytes(partition("LEADS_TABLE", LEAD));
        int history = bytes(partition("HISTORY_TABLE", LEAD));
        int row = Capacity.bytes(entry("byCreated"));
        int due = Capacity.bytes(entry("byDue"));
        int waiting = Capacity.bytes(entry("byToday"));
        int name =
                partition("COUNTS_TABLE", "brightwater#n").stream()
                        .mapToInt(Capacity::bytes)
                        .max()
                        .orElseThrow();
        int day = bytes(partition("COUNTS_TABLE", "brightwater#d"));
        return List.of(
                "| read | bytes | RRU |",
                "|---|---|---|",
                "| lead record, one strongly consistent query | %d | %d |"
                        .formatted(lead, Capacity.readUnits(lead)),
                "| its history of %d commits | %d | %d |"
                        .formatted(
                                partition("HISTORY_TABLE", LEAD).size(),
                                history,
                                Capacity.readUnits(history)),
                "| row of the Lead Sheet; a page of 50 | %d | %s |"
                        .formatted(row, halves(PAGE * row)),
                "| entry of the due index; a page of 50 due | %d | %s |"
                        .formatted(due, halves(PAGE * due)),
                "| entry of the index of leads that wait; a page of 50 with their heads | %d | %s |"
                        .formatted(waiting, PAGE + Capacity.readUnits((PAGE + 1) * waiting) / 2.0),
                "| entry of a name; a search that one lead answers, with its head and the newest rows | %d | %s |"
                        .formatted(name, 2 + Capacity.readUnits(NEWEST * row) / 2.0),
                "| a consumer's walk over 1,000 leads: the scan; with progress | %d | %s; %s |"
                        .formatted(
                                lead,
                                halves(THOUSAND * lead),
                                THOUSAND + Capacity.readUnits(THOUSAND * lead) / 2.0),
                "| day of the Mega Report with 16 numbers; a year | %d | %d |"
                        .formatted(day, Capacity.readUnits(YEAR * day)));
    }

    private static String halves(int bytes) {
        return "%.1f".formatted(Capacity.readUnits(bytes) / 2.0);
    }

    private static int bytes(List<Map<String, AttributeValue>> items) {
        return items.stream().mapToInt(Capacity::bytes).sum();
    }

    private List<Map<String, AttributeValue>> partition(String table, String pk) {
        return client.query(
                        QueryRequest.builder()
                                .tableName(environment.get(table))
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                                .build())
                .items();
    }

    /** An entry of an index of the leads, of whichever of the reference leads has one. */
    private Map<String, AttributeValue> entry(String name) {
        TableDefinition leads =
                TestDatabase.tables().stream()
                        .filter(table -> TestDatabase.variable(table).equals("LEADS_TABLE"))
                        .findFirst()
                        .orElseThrow();
        TableDefinition.Index index =
                leads.indexes().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return List.of(LEAD, LEAD.replaceAll("b$", "a")).stream()
                .flatMap(pk -> partition("LEADS_TABLE", pk).stream())
                .map(item -> Capacity.entry(leads, index, item))
                .filter(entry -> !entry.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
