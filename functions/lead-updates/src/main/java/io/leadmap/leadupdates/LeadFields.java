package io.leadmap.leadupdates;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.PostalAddress;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.text.Line;
import io.leadmap.json.Characters;
import io.leadmap.json.StrictView;
import io.leadmap.ports.PhoneNumbers;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the fields of a lead from a JSON body: system and business fields by their names, custom
 * ones under {@code custom}. Wrong types are collected in the body; whether a value is allowed is
 * decided by the domain.
 */
final class LeadFields {

    private static final List<FieldKey> TEXTS =
            List.of(
                    FieldKey.NAME,
                    FieldKey.FIRST_NAME,
                    FieldKey.LAST_NAME,
                    FieldKey.EMAIL,
                    FieldKey.PHONE,
                    FieldKey.DATE_OF_BIRTH,
                    FieldKey.TIME_ZONE,
                    FieldKey.SERVICE_REQUESTED,
                    FieldKey.COMMENT);

    private final PhoneNumbers phones;
    private final Practice practice;

    LeadFields(PhoneNumbers phones, Practice practice) {
        this.phones = phones;
        this.practice = practice;
    }

    /** The fields of a new lead; null and blank are left out. */
    Fields read(StrictView body) {
        Fields fields = Fields.NONE;
        for (Map.Entry<FieldKey, Optional<FieldValue>> change :
                changes(body, List.of()).entrySet()) {
            fields = fields.with(change.getKey(), change.getValue().orElse(null));
        }
        AddressPatch address = AddressPatch.read(body);
        return fields.with(
                FieldKey.ADDRESS, address == null ? null : address.onto(null).orElse(null));
    }

    /** What a merge patch (RFC 7396) changes besides the address; null removes. */
    Map<FieldKey, Optional<FieldValue>> changes(StrictView body, List<FieldKey> more) {
        Map<FieldKey, Optional<FieldValue>> changes = new LinkedHashMap<>();
        List<FieldKey> texts = new ArrayList<>(TEXTS);
        texts.addAll(more);
        for (FieldKey key : texts) {
            if (body.has(key.value())) {
                changes.put(key, text(key, body.text(key.value())));
            }
        }
        body.members("custom")
                .forEach((name, value) -> {
                    if (FieldKey.find("custom." + name).isEmpty()) {
                        body.wrongType(
                                "custom." + (name.length() > 40 ? "..." : name),
                                "the practice has no such field");
                    } else {
                        changes.put(FieldKey.custom(name), custom(body, name, value));
                    }
                });
        return changes;
    }

    private Optional<FieldValue> text(FieldKey key, @Nullable String text) {
        if (text == null || Line.of(text).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                key.equals(FieldKey.PHONE)
                        ? phones.field(text, practice.settings().country())
                        : new FieldValue.Text(text));
    }

    private static Optional<FieldValue> custom(StrictView body, String name, JsonNode value) {
        if (value.isString() && Characters.isText(value.getStringValue())) {
            return Optional.of(new FieldValue.Text(value.getStringValue()));
        } else if (value.isNumber()) {
            return Optional.of(new FieldValue.Number(value.getBigDecimalValue()));
        } else if (value.isBoolean()) {
            return Optional.of(new FieldValue.Flag(value.getBooleanValue()));
        } else if (value.isArray()) {
            return choices(body, name, value);
        } else if (!value.isNull()) {
            body.wrongType(
                    "custom." + name, "a text, a number, true, false or a list of texts is needed");
        }
        return Optional.empty();
    }

    private static Optional<FieldValue> choices(StrictView body, String name, JsonNode value) {
        List<String> choices = new ArrayList<>();
        for (JsonNode choice : value.values()) {
            if (!choice.isString() || !Characters.isText(choice.getStringValue())) {
                body.wrongType("custom." + name, "a list of texts is needed");
                return Optional.empty();
            }
            choices.add(choice.getStringValue());
        }
        return choices.isEmpty() ? Optional.empty() : Optional.of(new FieldValue.Choices(choices));
    }

    /**
     * What a body says about the address.
     *
     * @param remove the whole address is to go
     * @param parts by name; null removes a part
     */
    record AddressPatch(boolean remove, Map<String, @Nullable String> parts) {

        private static final List<String> PARTS =
                List.of("line1", "line2", "city", "region", "postalCode", "country");

        /** Null if the body says nothing about it. */
        static @Nullable AddressPatch read(StrictView body) {
            if (!body.has("address")) {
                return null;
            }
            boolean removed = body.node("address") == null;
            StrictView address = removed ? null : body.object("address");
            if (address == null) {
                return new AddressPatch(removed, Map.of());
            }
            Map<String, @Nullable String> parts = new LinkedHashMap<>();
            for (String part : PARTS) {
                if (address.has(part)) {
                    parts.put(part, address.text(part));
                }
            }
            return new AddressPatch(false, parts);
        }

        /** The address after the patch, empty for none. */
        Optional<FieldValue> onto(@Nullable Lead lead) {
            if (remove) {
                return Optional.empty();
            }
            PostalAddress now =
                    lead != null
                                    && lead.fields().values().get(FieldKey.ADDRESS)
                                            instanceof FieldValue.Postal(PostalAddress known)
                            ? known
                            : new PostalAddress("", "", "", "", "", "");
            PostalAddress patched =
                    new PostalAddress(
                            part("line1", now.line1()),
                            part("line2", now.line2()),
                            part("city", now.city()),
                            part("region", now.region()),
                            part("postalCode", now.postalCode()),
                            part("country", now.country()));
            return patched.equals(new PostalAddress("", "", "", "", "", ""))
                    ? Optional.empty()
                    : Optional.of(new FieldValue.Postal(patched));
        }

        private String part(String name, String now) {
            if (!parts.containsKey(name)) {
                return now;
            }
            String part = parts.get(name);
            return part == null ? "" : part;
        }
    }
}
