package io.leadmap.formintake;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Form.FormField;
import io.leadmap.json.Json;
import io.micronaut.json.tree.JsonNode;

import java.util.Locale;
import java.util.Optional;

/** A form as JSON, for sites that draw it themselves. */
final class FormDescription {

    private FormDescription() {}

    static JsonNode of(HostedForm form, String stamp) {
        return Json.object()
                .put("id", form.publicId())
                .put("name", form.form().name())
                .put("practice", form.practice().name())
                .put("fields", form.shown(), field -> field(form, field))
                .put("consentWording", form.form().consentWording())
                .put("honeypot", Typed.HONEYPOT)
                .put(RenderStamp.FIELD, stamp)
                .node();
    }

    private static JsonNode field(HostedForm form, FormField field) {
        FieldKey key = field.key();
        Optional<CustomField> custom =
                key != null && key.isCustom()
                        ? form.practice().field(key.customKey())
                        : Optional.empty();
        return Json.object()
                .put("name", field.name())
                .put("label", field.label())
                .put("help", field.help())
                .put("required", field.required())
                .put(
                        "kind",
                        custom.map(c -> c.kind().name().toLowerCase(Locale.ROOT)).orElse("text"))
                .putTexts("options", custom.map(CustomField::options).orElse(java.util.List.of()))
                .node();
    }
}
