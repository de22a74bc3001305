package io.leadmap.dynamodb;

import io.leadmap.application.Patients.Known;
import io.leadmap.application.json.Json;
import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.lead.IdentityKey;
import io.micronaut.json.tree.JsonNode;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** What is known of a patient, as JSON; all of it is sealed with the practice's key. */
final class PatientItem {

    private PatientItem() {}

    static JsonNode json(Known known) {
        Patient patient = known.patient();
        return Json.object()
                .put("connection", patient.connectionId())
                .put("id", patient.id())
                .putIfPresent("firstName", patient.firstName())
                .putIfPresent("lastName", patient.lastName())
                .putIfPresent("email", patient.email())
                .putIfPresent("phone", patient.phone())
                .putIfPresent("dateOfBirth", patient.dateOfBirth())
                .putIfPresent("createdAt", patient.createdAt())
                .put("version", known.version())
                .putIfPresent("mergedInto", known.mergedInto())
                .putTexts("absorbed", new TreeSet<>(known.absorbed()))
                .node();
    }

    static Known read(Tree tree) {
        Patient patient =
                new Patient(
                        tree.text("connection"),
                        tree.text("id"),
                        tree.textOrNull("firstName"),
                        tree.textOrNull("lastName"),
                        tree.textOrNull("email"),
                        tree.textOrNull("phone"),
                        tree.has("dateOfBirth") ? LocalDate.parse(tree.text("dateOfBirth")) : null,
                        tree.instantOrNull("createdAt"));
        return new Known(
                patient,
                tree.number("version"),
                tree.textOrNull("mergedInto"),
                Set.copyOf(tree.texts("absorbed")));
    }

    /** How this patient is found; a merged one is not found any more. */
    static Set<IdentityKey> keys(Known known) {
        Set<IdentityKey> keys = new LinkedHashSet<>();
        if (known.mergedInto() == null) {
            String email = known.patient().email();
            String phone = known.patient().phone();
            if (email != null) {
                keys.add(new IdentityKey.ByEmail(IdentityKey.normalised(email)));
            }
            if (phone != null) {
                keys.add(new IdentityKey.ByPhone(phone));
            }
        }
        return keys;
    }
}
