package io.leadmap.dynamodb;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.TrustingView;
import io.leadmap.ports.LeadSheet;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The three indexes of the Lead Sheet; each holds whole rows, so that a page is one query. */
final class DynamoLeadSheet implements LeadSheet {

    private final Tables tables;
    private final PracticeKeys keys;
    private final DataKeys dataKeys;

    DynamoLeadSheet(Tables tables, PracticeKeys keys, DataKeys dataKeys) {
        this.tables = tables;
        this.keys = keys;
        this.dataKeys = dataKeys;
    }

    /** An index: its name, its key's attributes, and the partition that is read. */
    private record Index(String name, String partition, String time, String value) {}

    @Override
    public Page read(
            PracticeId practice,
            Range range,
            boolean newestFirst,
            @Nullable Position after,
            int limit) {
        if (!range.from().isBefore(range.to())) {
            return new Page(List.of(), false);
        }
        Index index = index(practice, range);
        Table leads = tables.leads();
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(leads.name())
                        .indexName(index.name())
                        .keyConditionExpression(
                                "#partition = :partition AND #time BETWEEN :from AND :to")
                        .expressionAttributeNames(
                                Map.of("#partition", index.partition(), "#time", index.time()))
                        .expressionAttributeValues(
                                Map.of(
                                        ":partition", AttributeValue.fromS(index.value()),
                                        ":from", AttributeValue.fromS(Times.sortable(range.from())),
                                        ":to",
                                                AttributeValue.fromS(
                                                        Times.sortable(
                                                                range.to())))) // "#id" sorts it
                        // behind
                        .scanIndexForward(!newestFirst)
                        .exclusiveStartKey(position(practice, index, after))
                        .limit(limit);
        QueryResponse answer = Table.asked(() -> leads.client().query(query.build()));
        List<Row> rows =
                answer.items().stream().map(Item::of).map(item -> row(practice, item)).toList();
        return new Page(rows, !answer.lastEvaluatedKey().isEmpty());
    }

    private static Index index(PracticeId practice, Range range) {
        return switch (range) {
            case Range.Created created ->
                    new Index("byCreated", "sheet", "createdAt", Keys.sheet(practice));
            case Range.OwnedCreated owned ->
                    new Index(
                            "byOwner",
                            "ownedBy",
                            "createdAt",
                            Keys.ownedBy(practice, owned.owner()));
            case Range.Booked booked ->
                    new Index("byBooked", "sheet", "bookedAt", Keys.sheet(practice));
        };
    }

    private static @Nullable Map<String, AttributeValue> position(
            PracticeId practice, Index index, @Nullable Position after) {
        if (after == null) {
            return null;
        }
        Map<String, AttributeValue> position =
                new HashMap<>(Keys.head(practice, after.lead()).attributes());
        position.put(index.partition(), AttributeValue.fromS(index.value()));
        position.put(
                index.time(),
                AttributeValue.fromS(Times.sortable(after.at(), after.lead().value())));
        return position;
    }

    @Override
    public Optional<Row> row(PracticeId practice, LeadId lead) {
        return tables.leads().get(Keys.head(practice, lead)).map(item -> row(practice, item));
    }

    @Override
    public Map<LeadId, Row> rows(PracticeId practice, List<LeadId> leads) {
        List<Keys.Key> heads = leads.stream().map(lead -> Keys.head(practice, lead)).toList();
        Map<LeadId, Row> rows = new HashMap<>();
        for (Item head : tables.leads().getAll(heads)) {
            Row row = row(practice, head);
            rows.put(row.id(), row);
        }
        return rows;
    }

    @Override
    public Map<LeadId, String> comments(PracticeId practice, List<LeadId> leads) {
        List<Keys.Key> wanted = leads.stream().map(lead -> Keys.person(practice, lead)).toList();
        Map<LeadId, String> comments = new HashMap<>();
        for (Item person : tables.leads().getAll(wanted)) {
            LeadId lead = Keys.leadOf(person.pk());
            TrustingView sealed =
                    LeadReader.personal(person, dataKeys.read(practice, lead, person).plain());
            String comment =
                    sealed == null
                            ? null
                            : LeadItems.person(sealed, false).fields().text(FieldKey.COMMENT);
            if (comment != null) {
                comments.put(lead, comment);
            }
        }
        return comments;
    }

    /** The row that a head holds. */
    Row row(PracticeId practice, Item item) {
        TrustingView personal = LeadReader.personal(item, keys.key(practice));
        if (personal == null) {
            throw new IllegalStateException("the row of " + item.pk() + " lacks its personal part");
        }
        return SheetRowJson.read(Keys.leadOf(item.pk()), LeadReader.open(item), personal);
    }
}
