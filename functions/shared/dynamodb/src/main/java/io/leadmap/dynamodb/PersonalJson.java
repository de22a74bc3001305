package io.leadmap.dynamodb;

import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.PostalAddress;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a lead says of a person, as JSON. Always sealed where it is stored. */
final class PersonalJson {

    private PersonalJson() {}

    static JsonNode fields(Fields fields) {
        JsonObject object = Json.object();
        fields.values().forEach((key, value) -> object.put(key.value(), value(value)));
        return object.node();
    }

    static Fields fields(TrustingView tree) {
        Map<FieldKey, FieldValue> values = new TreeMap<>();
        tree.map(value -> value(value))
                .forEach((key, value) -> values.put(new FieldKey(key), value));
        return Fields.of(values);
    }

    /**
     * Text, flags and choices stand for themselves; other types are named, because JSON has none
     * for them.
     */
    static JsonNode value(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> JsonNode.createStringNode(text);
            case FieldValue.Unread unread ->
                    throw new IllegalArgumentException("what was not read is not kept");
            case FieldValue.Number(BigDecimal number) ->
                    Json.object().putText("number", number).node();
            case FieldValue.Day(LocalDate day) -> Json.object().putText("day", day).node();
            case FieldValue.Flag(boolean flag) -> JsonNode.createBooleanNode(flag);
            case FieldValue.Choices(List<String> choices) ->
                    JsonNode.createArrayNode(
                            choices.stream().<JsonNode>map(JsonNode::createStringNode).toList());
            case FieldValue.Postal(PostalAddress address) ->
                    Json.object()
                            .putTexts(
                                    "postal",
                                    List.of(
                                            address.line1(),
                                            address.line2(),
                                            address.city(),
                                            address.region(),
                                            address.postalCode(),
                                            address.country()))
                            .node();
        };
    }

    static FieldValue value(TrustingView tree) {
        if (tree.node().isString()) {
            return new FieldValue.Text(tree.text());
        }
        if (tree.node().isBoolean()) {
            return new FieldValue.Flag(tree.flag());
        }
        if (tree.node().isArray()) {
            return new FieldValue.Choices(tree.list(TrustingView::text));
        }
        if (tree.has("number")) {
            return new FieldValue.Number(tree.decimal("number"));
        }
        if (tree.has("day")) {
            return new FieldValue.Day(LocalDate.parse(tree.text("day")));
        }
        List<String> parts = tree.texts("postal");
        return new FieldValue.Postal(
                new PostalAddress(
                        parts.get(0),
                        parts.get(1),
                        parts.get(2),
                        parts.get(3),
                        parts.get(4),
                        parts.get(5)));
    }

    static @Nullable JsonNode valueOrNull(@Nullable FieldValue value) {
        return value == null ? null : value(value);
    }

    static @Nullable FieldValue valueOrNull(TrustingView tree, String name) {
        return tree.has(name) ? value(tree.at(name)) : null;
    }

    /** Null for none. */
    static @Nullable JsonNode attribution(Attribution utm) {
        if (utm.isEmpty()) {
            return null;
        }
        JsonObject object = Json.object();
        utm.parameters().forEach((name, value) -> object.put(name, value));
        return object.node();
    }

    static Attribution attribution(TrustingView tree, String name) {
        return Attribution.of(tree.map(name, TrustingView::text));
    }

    static JsonNode consent(Consent consent) {
        return Json.object()
                .put("wording", consent.wording())
                .put("given", consent.given())
                .putText("at", consent.at())
                .put("formId", consent.formId())
                .node();
    }

    static Consent consent(TrustingView tree) {
        return new Consent(
                tree.text("wording"), tree.flag("given"), tree.instant("at"), tree.text("formId"));
    }
}
