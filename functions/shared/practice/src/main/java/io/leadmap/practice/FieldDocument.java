package io.leadmap.practice;

import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.json.StrictView;

import java.util.List;

/** Custom fields, whose ids are called keys. */
final class FieldDocument extends ListedDocument<CustomField> {

    FieldDocument() {
        super("fields", Practice::fields, PracticeEdit::fields, CustomField::key);
    }

    @Override
    CustomField read(StrictView f) {
        String key = f.requiredText("key");
        if (!key.isEmpty() && !key.matches("[A-Za-z][A-Za-z0-9-]{0,39}")) {
            f.invalid(
                    "key",
                    "letters, digits and dashes are needed, 40 at most, beginning with a letter");
        }
        CustomField.Kind kind = f.camel("kind", CustomField.Kind.class);
        if (kind == null) {
            f.missing("kind");
            kind = CustomField.Kind.TEXT;
        }
        List<String> options = f.texts("options");
        boolean chosen = kind == CustomField.Kind.DROPDOWN || kind == CustomField.Kind.RADIO;
        if (chosen && options.isEmpty()) {
            f.invalid("options", "a choice needs options");
        } else if (!chosen && kind != CustomField.Kind.CHECKBOX && !options.isEmpty()) {
            f.invalid("options", "only a dropdown, radio or checkbox has options");
        }
        return new CustomField(key, f.requiredText("label"), kind, options);
    }

    @Override
    JsonObject write(CustomField f) {
        return Json.object()
                .put("key", f.key())
                .put("label", f.label())
                .put("kind", Names.camel(f.kind()))
                .putTexts("options", f.options());
    }
}
