package io.leadmap.dynamodb;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Compression;
import io.leadmap.ports.Configurations;
import io.leadmap.ports.Invocation;
import io.micronaut.json.tree.JsonNode;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Practices' configuration in {@code PracticeTable}: every version as one document, compressed and
 * sealed (people's addresses and connections' secrets are in it), and one small pointer to the
 * newest that every command reads, once an invocation. The first version brings the practice's key.
 */
final class DynamoConfigurations implements Configurations {

    private static final String VERSION = "version";

    /** Lists the pointers: the practices. */
    private static final String EVERY = "everyPractice";

    private static final String LISTED = "listed";

    private final Tables tables;
    private final PracticeKeys keys;
    private final Backoff backoff;
    private final Invocation invocation;
    private final Map<PracticeId, Newest> newest = new ConcurrentHashMap<>();

    DynamoConfigurations(Tables tables, PracticeKeys keys, Backoff backoff, Invocation invocation) {
        this.backoff = backoff;
        this.tables = tables;
        this.keys = keys;
        this.invocation = invocation;
    }

    /** What the pointer said during an invocation. */
    private record Newest(long version, long invocation) {}

    @Override
    public Optional<Long> newest(PracticeId practice) {
        long now = invocation.number();
        Newest known = newest.get(practice);
        if (known != null && known.invocation() == now) {
            return Optional.of(known.version());
        }
        Optional<Long> version =
                tables.practice()
                        .get(Keys.newestConfiguration(practice))
                        .map(pointer -> pointer.number(VERSION));
        if (now > 0) {
            version.ifPresent(v -> newest.put(practice, new Newest(v, now)));
        }
        return version;
    }

    @Override
    public Optional<JsonNode> find(PracticeId practice, long version) {
        return tables.practice()
                .get(Keys.configuration(practice, version))
                .map(item -> open(practice, version, item));
    }

    @Override
    public List<PracticeId> ids() {
        return tables.practice()
                .query(
                        QueryRequest.builder()
                                .indexName(EVERY)
                                .keyConditionExpression("#listed = :practice")
                                .expressionAttributeNames(Map.of("#listed", LISTED))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":practice",
                                                AttributeValue.fromS(Keys.EVERY_PRACTICE))))
                .map(pointer -> Keys.practiceOf(pointer.pk()))
                .toList();
    }

    @Override
    public boolean store(PracticeId practice, long version, JsonNode document) {
        long expected = version - 1;
        if (expected > 0 && newest(practice).isEmpty()) {
            return false;
        }
        Keys.Key key = Keys.configuration(practice, version);
        byte[] compressed = Compression.of(Json.text(document));
        Optional<PracticeKeys.Made> first = first(practice, version);
        byte[] sealed =
                Seal.seal(
                        first.map(PracticeKeys.Made::key).orElseGet(() -> keys.key(practice)),
                        key.identity(),
                        compressed);
        Item item =
                Item.with(key)
                        .bytes(Projected.SEALED, sealed)
                        .number(DataKeys.GENERATION, PracticeKeys.GENERATION);
        Item pointer =
                Item.with(Keys.newestConfiguration(practice))
                        .number(VERSION, version)
                        .text(LISTED, Keys.EVERY_PRACTICE);
        Transaction<String> transaction = new Transaction<>();
        first.ifPresent(
                made -> transaction.put("key", tables.practice(), made.item(), Table.ABSENT));
        transaction.put("document", tables.practice(), item, Table.ABSENT);
        transaction.put(
                "pointer",
                tables.practice(),
                pointer,
                expected == 0 ? Table.ABSENT : "version = :expected",
                expected == 0
                        ? Map.of()
                        : Map.of(":expected", AttributeValue.fromN(Long.toString(expected))));
        Transaction.Outcome<String> outcome = transaction.run(tables.client(), backoff);
        newest.remove(practice);
        return switch (outcome) {
            case Transaction.Outcome.Done<String> done -> true;
            case Transaction.Outcome.Refused<String> refused -> isStored(item);
        };
    }

    /** The key that comes with the first version; none if an attempt before has stored it. */
    private Optional<PracticeKeys.Made> first(PracticeId practice, long version) {
        return version == 1 && keys.find(practice).isEmpty()
                ? Optional.of(keys.make(practice))
                : Optional.empty();
    }

    /** An attempt whose answer was lost has written these very bytes. */
    private boolean isStored(Item item) {
        return tables.practice()
                .get(item.key())
                .map(stored ->
                        Arrays.equals(stored.bytes(Projected.SEALED), item.bytes(Projected.SEALED)))
                .orElse(false);
    }

    private JsonNode open(PracticeId practice, long version, Item item) {
        String identity = Keys.configuration(practice, version).identity();
        String document =
                Compression.open(
                        Seal.open(keys.key(practice), identity, item.bytes(Projected.SEALED)));
        try {
            return Json.read(document);
        } catch (Json.Malformed e) {
            throw new IllegalStateException("stored configuration is damaged", e);
        }
    }
}
