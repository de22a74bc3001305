package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Phone;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.leadmap.ports.Patients.Known;
import io.micronaut.json.tree.JsonNode;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** What is known of a patient, as JSON; all of it is sealed with the practice's key. */
final class PatientItem {

    private PatientItem() {}

    static JsonNode json(Known known) {
        Patient patient = known.patient();
        JsonObject json =
                Json.object()
                        .put("connection", patient.connectionId())
                        .put("id", patient.id())
                        .putIfPresent("firstName", patient.firstName())
                        .putIfPresent("lastName", patient.lastName())
                        .putIfPresent("email", patient.email())
                        .putIfPresent(
                                "phone", patient.phone() == null ? null : patient.phone().stored())
                        .putIfPresent("dateOfBirth", patient.dateOfBirth())
                        .putIfPresent("createdAt", patient.createdAt())
                        .putIfPresent("unreadEmail", patient.unread().email())
                        .putIfPresent("unreadPhone", patient.unread().phone())
                        .putIfPresent("mergedInto", known.mergedInto())
                        .putTexts("absorbed", new TreeSet<>(known.absorbed()));
        if (known.edition() != null) {
            json.put("told", EditionJson.write(known.edition()));
        }
        return json.node();
    }

    static Known read(TrustingView tree) {
        Patient patient =
                new Patient(
                        tree.text("connection"),
                        tree.text("id"),
                        tree.textOrNull("firstName"),
                        tree.textOrNull("lastName"),
                        tree.textOrNull("email"),
                        tree.has("phone") ? Phone.of(tree.text("phone")) : null,
                        tree.has("dateOfBirth") ? LocalDate.parse(tree.text("dateOfBirth")) : null,
                        tree.instantOrNull("createdAt"),
                        new Patient.Unread(
                                tree.textOrNull("unreadEmail"), tree.textOrNull("unreadPhone")));
        return new Known(
                patient,
                tree.has("told") ? EditionJson.read(tree.at("told")) : null,
                tree.textOrNull("mergedInto"),
                Set.copyOf(tree.texts("absorbed")));
    }

    /** How this patient is found; a merged one is not found any more. */
    static Set<IdentityKey> keys(Known known) {
        return known.mergedInto() == null ? known.patient().contacts() : Set.of();
    }
}
