package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Appointment.Invoice;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

/** Appointments as JSON in two parts: ids, state and times are open, what was paid is sealed. */
final class AppointmentJson {

    private AppointmentJson() {}

    static JsonNode open(Appointment appointment) {
        Invoice invoice = appointment.invoice();
        LeadId reference = appointment.reference();
        JsonObject object =
                Json.object()
                        .put("connection", appointment.connectionId())
                        .put("id", appointment.id())
                        .put("version", appointment.version())
                        .put("state", appointment.state().name())
                        .putText("bookedAt", appointment.bookedAt())
                        .putText("startsAt", appointment.startsAt())
                        .putIfPresent("endsAt", appointment.endsAt())
                        .putIfPresent("division", appointment.divisionId())
                        .putIfPresent("reference", reference)
                        .put("patient", appointment.patientId())
                        .putText("firstSeen", appointment.firstSeen());
        if (invoice != null) {
            object.put(
                    "invoice", Json.object().put("id", invoice.id()).putText("at", invoice.at()));
        }
        return object.node();
    }

    /** Null if nothing was paid. */
    static @Nullable JsonNode sealed(Appointment appointment) {
        Invoice invoice = appointment.invoice();
        return invoice == null
                ? null
                : Json.object()
                        .putText("amount", invoice.amount())
                        .put("currency", invoice.currency())
                        .node();
    }

    /**
     * @param sealed holds what {@link #sealed} gave, under the name {@code paid}
     */
    static Appointment read(TrustingView open, TrustingView sealed) {
        String reference = open.textOrNull("reference");
        return new Appointment(
                open.text("connection"),
                open.text("id"),
                open.number("version"),
                open.choice(Appointment.State.class, "state"),
                open.instant("bookedAt"),
                open.instant("startsAt"),
                open.instantOrNull("endsAt"),
                open.textOrNull("division"),
                reference == null ? null : new LeadId(reference),
                open.has("invoice") ? invoice(open.at("invoice"), sealed.at("paid")) : null,
                open.text("patient"),
                open.instant("firstSeen"));
    }

    private static Invoice invoice(TrustingView open, TrustingView paid) {
        return new Invoice(
                open.text("id"), open.instant("at"), paid.decimal("amount"), paid.text("currency"));
    }
}
