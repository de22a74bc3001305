package io.leadmap.practice;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Form.FormField;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.StrictView;
import io.leadmap.ports.PhoneNumbers;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Forms, with the triggers that hang on them; what they must keep to is in {@link FormConstraints}.
 */
final class FormDocument extends ListedDocument<Form> {

    FormDocument() {
        super("forms", Practice::forms, PracticeEdit::forms, Form::id);
    }

    @Override
    Form read(StrictView f) {
        return new Form(
                Ids.read(f),
                f.requiredText("name"),
                f.flag("active", true),
                f.objects("fields").stream().map(FormDocument::field).toList(),
                f.text("mapId"),
                f.text("ownerId"),
                f.text("sourceId"),
                f.text("divisionId"),
                f.text("confirmation", "Thank you."),
                redirect(f),
                f.texts("origins"),
                f.text("consentWording"),
                f.objects("triggers").stream().map(FormDocument::trigger).toList());
    }

    private static FormField field(StrictView f) {
        return new FormField(
                f.requiredText("name"),
                f.requiredText("label"),
                f.text("help", ""),
                f.flag("required", false),
                f.text("hiddenValue"));
    }

    private static @Nullable URI redirect(StrictView f) {
        String text = f.text("redirect");
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        f.invalid("redirect", "an address that begins with https:// is needed");
        return null;
    }

    private static Trigger trigger(StrictView f) {
        return new Trigger(
                Ids.read(f), f.requiredText("name"), f.flag("active", true), ActionJson.read(f));
    }

    @Override
    JsonObject write(Form f) {
        return Json.object()
                .put("id", f.id())
                .put("name", f.name())
                .put("active", f.active())
                .put("fields", f.fields(), FormDocument::field)
                .put("mapId", f.mapId())
                .put("ownerId", f.ownerId())
                .put("sourceId", f.sourceId())
                .put("divisionId", f.divisionId())
                .put("confirmation", f.confirmation())
                .putText("redirect", f.redirect())
                .putTexts("origins", f.origins())
                .put("consentWording", f.consentWording())
                .put("triggers", f.triggers(), FormDocument::trigger);
    }

    private static JsonNode field(FormField field) {
        return Json.object()
                .put("name", field.name())
                .put("label", field.label())
                .put("help", field.help())
                .put("required", field.required())
                .put("hiddenValue", field.hiddenValue())
                .node();
    }

    private static JsonNode trigger(Trigger t) {
        return Json.object()
                .put("id", t.id())
                .put("name", t.name())
                .put("active", t.active())
                .put("actions", t.actions(), ActionJson::write)
                .node();
    }

    @Override
    void check(Practice practice, Form form, String at, Faults faults) {
        new FormConstraints(practice, form, at, faults).check();
    }

    /** Phones that would be refused as if the person who fills in the form had typed them. */
    @Override
    void checkIncoming(Practice wanted, PhoneNumbers phones, Faults faults) {
        for (int i = 0; i < wanted.forms().size(); i++) {
            List<FormField> fields = wanted.forms().get(i).fields();
            for (int j = 0; j < fields.size(); j++) {
                String always = fields.get(j).hiddenValue();
                if (FieldKey.PHONE.equals(fields.get(j).key()) && always != null) {
                    String place = at(i) + ".fields[" + j + "].hiddenValue";
                    faults.phone(place, always, wanted, phones);
                }
            }
        }
    }
}
