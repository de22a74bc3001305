package io.leadmap.practice;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.StrictView;
import io.micronaut.json.tree.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * A practice's whole configuration as one JSON document. Errors name the path, for example {@code
 * forms[0].fields[2].name}.
 */
public final class ConfigurationJson {

    private ConfigurationJson() {}

    /** The whole document, secrets included: for storing, never for answering. */
    public static JsonNode write(Practice practice) {
        JsonObject whole =
                Json.object()
                        .putText("practice", practice.id())
                        .put("name", practice.name())
                        .put("phone", practice.phone());
        Documents.ALL.forEach(document -> document.keep(practice, whole));
        return whole.node();
    }

    /** The document as a configuration, or everything that is wrong with it. */
    public static Result read(JsonNode document, long version) {
        StrictView fields = StrictView.of(document);
        String id = fields.requiredText("practice");
        if (!id.isEmpty() && !PracticeId.isValid(id)) {
            fields.invalid(
                    "practice",
                    "2 to 24 lower-case letters and digits, beginning with a letter, are needed");
        }
        PracticeEdit edit =
                new PracticeEdit(new PracticeId(PracticeId.isValid(id) ? id : "unknown"), version)
                        .name(fields.requiredText("name"))
                        .phone(fields.text("phone", ""));
        Documents.ALL.forEach(kind -> kind.read(fields, edit));
        Practice practice = edit.done();
        List<FieldError> errors = new ArrayList<>(fields.malformed());
        errors.addAll(fields.invalid());
        if (errors.isEmpty()) {
            Faults faults = new Faults();
            Documents.ALL.forEach(kind -> kind.check(practice, faults));
            errors.addAll(faults.all());
        }
        return errors.isEmpty() ? new Result.Read(practice) : new Result.Wrong(errors);
    }

    /** What reading came to. */
    public sealed interface Result {

        record Read(Practice practice) implements Result {}

        record Wrong(List<FieldError> errors) implements Result {
            public Wrong {
                errors = List.copyOf(errors);
            }
        }
    }
}
