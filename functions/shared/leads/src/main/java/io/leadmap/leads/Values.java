package io.leadmap.leads;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.PostalAddress;
import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

/** Small parts of leads as JSON. */
public final class Values {

    private Values() {}

    /** A value as its type is written; null for none. */
    public static JsonNode field(@Nullable FieldValue value) {
        return switch (value) {
            case null -> JsonNode.nullNode();
            case FieldValue.Text(var text) -> JsonNode.createStringNode(text);
            case FieldValue.Unread unread -> throw new IllegalStateException("a field holds it");
            case FieldValue.Number(var number) -> JsonNode.createNumberNode(number);
            case FieldValue.Day(var day) -> JsonNode.createStringNode(day.toString());
            case FieldValue.Flag(var flag) -> JsonNode.createBooleanNode(flag);
            case FieldValue.Choices(var choices) ->
                    JsonNode.createArrayNode(
                            choices.stream().<JsonNode>map(JsonNode::createStringNode).toList());
            case FieldValue.Postal(var address) -> address(address).node();
        };
    }

    /** A postal address. */
    public static JsonObject address(PostalAddress address) {
        return Json.object()
                .put("line1", address.line1())
                .put("line2", address.line2())
                .put("city", address.city())
                .put("region", address.region())
                .put("postalCode", address.postalCode())
                .put("country", address.country());
    }

    /** The fields that the practice has added, under their own keys. */
    public static JsonObject custom(Fields fields) {
        JsonObject custom = Json.object();
        fields.values()
                .forEach((key, value) -> {
                    if (key.isCustom()) {
                        custom.put(key.customKey(), field(value));
                    }
                });
        return custom;
    }

    /** A field of a lead; null if it is empty. */
    public static JsonNode field(Fields fields, FieldKey key) {
        return field(fields.values().get(key));
    }

    /** Null for none. */
    public static @Nullable JsonObject attribution(Attribution attribution) {
        if (attribution.isEmpty()) {
            return null;
        }
        JsonObject parameters = Json.object();
        attribution.parameters().forEach(parameters::put);
        return parameters;
    }

    /** An appointment and its invoice. */
    public static JsonObject appointment(Appointment appointment) {
        Appointment.Invoice invoice = appointment.invoice();
        return Json.object()
                .put("id", appointment.id())
                .put("connectionId", appointment.connectionId())
                .put("state", Names.camel(appointment.state()))
                .putText("bookedAt", appointment.bookedAt())
                .putText("startsAt", appointment.startsAt())
                .putText("endsAt", appointment.endsAt())
                .put("divisionId", appointment.divisionId())
                .put(
                        "invoice",
                        invoice == null
                                ? null
                                : Json.object()
                                        .put("id", invoice.id())
                                        .putText("at", invoice.at())
                                        .put("amount", invoice.amount().toPlainString())
                                        .put("currency", invoice.currency()));
    }

    /** A person with the name they have now; null for nobody. */
    public static @Nullable JsonObject person(Practice practice, @Nullable String id) {
        return id == null ? null : named(id, practice.person(id).map(p -> p.name()).orElse(id));
    }

    /** A division with the name that it has now. */
    public static JsonObject division(Practice practice, String id) {
        return named(id, practice.division(id).map(d -> d.name()).orElse(id));
    }

    /** Null for none. */
    public static @Nullable JsonObject source(Practice practice, @Nullable String id) {
        return id == null ? null : named(id, practice.source(id).map(s -> s.name()).orElse(id));
    }

    private static JsonObject named(String id, String name) {
        return Json.object().put("id", id).put("name", name);
    }
}
