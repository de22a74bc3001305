package io.leadmap.dynamodb;

import io.leadmap.domain.practice.Bindings;
import io.leadmap.domain.practice.Bindings.Binding;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.ports.SignIns;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who signed in as which subject, in {@code PracticeTable}: one sealed item for a practice, so that
 * one condition keeps a person and a subject from being bound twice.
 */
final class DynamoSignIns implements SignIns {

    private static final String REVISION = "revision";

    private final Tables tables;
    private final PracticeKeys keys;

    DynamoSignIns(Tables tables, PracticeKeys keys) {
        this.tables = tables;
        this.keys = keys;
    }

    @Override
    public Bindings of(PracticeId practice) {
        return tables.practice()
                .get(Keys.signIns(practice))
                .map(item -> read(practice, item))
                .orElse(Bindings.NONE);
    }

    @Override
    public boolean store(PracticeId practice, Bindings bindings) {
        Keys.Key key = Keys.signIns(practice);
        byte[] plain = Json.write(json(bindings).node());
        Item item =
                Item.with(key)
                        .number(REVISION, bindings.revision() + 1)
                        .bytes(
                                Projected.SEALED,
                                Seal.seal(keys.key(practice), key.identity(), plain))
                        .number(DataKeys.GENERATION, PracticeKeys.GENERATION);
        boolean first = bindings.revision() == 0;
        return tables.practice()
                .putNew(
                        item,
                        first ? Table.ABSENT : REVISION + " = :revision",
                        first
                                ? Map.of()
                                : Map.of(
                                        ":revision",
                                        AttributeValue.fromN(Long.toString(bindings.revision()))));
    }

    private Bindings read(PracticeId practice, Item item) {
        byte[] plain =
                Seal.open(keys.key(practice), item.key().identity(), item.bytes(Projected.SEALED));
        Map<String, Binding> byPerson =
                LeadReader.tree(new String(plain, StandardCharsets.UTF_8))
                        .map(bound -> new Binding(bound.text("subject"), bound.number("since")));
        return new Bindings(item.number(REVISION), byPerson);
    }

    private static JsonObject json(Bindings bindings) {
        JsonObject json = Json.object();
        new TreeMap<>(bindings.byPerson())
                .forEach((person, binding) ->
                        json.put(
                                person,
                                Json.object()
                                        .put("subject", binding.subject())
                                        .put("since", binding.since())));
        return json;
    }
}
