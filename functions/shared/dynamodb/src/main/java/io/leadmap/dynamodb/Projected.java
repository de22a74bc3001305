package io.leadmap.dynamodb;

import io.leadmap.domain.decide.DueEntry;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.today.Awaited;
import io.leadmap.json.Json;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One of a lead's items before its personal part is sealed; two that are equal need not be written
 * again.
 *
 * @param open attributes besides the key
 * @param personal what is sealed into the attribute {@code sealed}, as JSON text; null if nothing
 *     is
 */
record Projected(Keys.Key key, Map<String, AttributeValue> open, @Nullable String personal) {

    static final String OPEN = "open";
    static final String SEALED = "sealed";

    Projected {
        open = Map.copyOf(open);
    }

    static Projected of(Keys.Key key, JsonNode open, @Nullable JsonNode personal) {
        return new Projected(
                key,
                Map.of(OPEN, AttributeValue.fromS(Json.text(open))),
                personal == null ? null : Json.text(personal));
    }

    /** The same item with its place in the index of what is due, if it has one. */
    Projected due(PracticeId practice, @Nullable DueEntry entry) {
        return entry == null ? this : with(DueIndex.place(practice, entry));
    }

    /** The same item with its place in the index of leads that wait, if it has one. */
    Projected awaited(PracticeId practice, Optional<Awaited> awaited) {
        return awaited.map(found -> with(TodayIndex.place(practice, found))).orElse(this);
    }

    private Projected with(Map<String, AttributeValue> more) {
        Map<String, AttributeValue> with = new TreeMap<>(open);
        with.putAll(more);
        return new Projected(key, with, personal);
    }

    AttributeValue value(String name) {
        return Objects.requireNonNull(open.get(name), name);
    }
}
