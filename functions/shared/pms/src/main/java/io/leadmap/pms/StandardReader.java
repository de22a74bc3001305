package io.leadmap.pms;

import io.leadmap.domain.appointment.Appointment.Invoice;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.json.Json;
import io.leadmap.json.StrictView;
import io.leadmap.ports.PmsEvent;
import io.leadmap.ports.PmsEvent.ToldAppointment;
import io.leadmap.ports.PmsEvent.ToldPatient;
import io.leadmap.ports.PmsProvider.Reading;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * Reads events of our own format. Members that it does not know are passed over, so that a sender
 * may add some; events that it does not know are kept.
 */
final class StandardReader {

    private final Instant receivedAt;

    StandardReader(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    Reading read(String body) {
        JsonNode sent;
        try {
            sent = Json.read(body);
        } catch (Json.Malformed e) {
            return new Reading.Unreadable("", "Send one JSON object: " + e.reason() + ".");
        }
        StrictView view = StrictView.of(sent);
        PmsEvent event = event(new Members(view));
        return view.wrong().stream()
                .findFirst()
                .<Reading>map(wrong -> new Reading.Unreadable(wrong.field(), wrong.message()))
                .orElseGet(() -> new Reading.Read(event));
    }

    private PmsEvent event(Members event) {
        String type = event.text("type");
        return switch (type) {
            case "appointment.changed" -> appointmentChanged(event.object("data"));
            case "patient.changed" -> patientChanged(event.object("data"));
            case "patient.merged" -> patientMerged(event.object("data"));
            default -> new PmsEvent.Unknown(type);
        };
    }

    private PmsEvent appointmentChanged(Members data) {
        Instant updatedAt = data.optionalTime("updatedAt").orElse(receivedAt);
        Instant startsAt = data.time("startsAt");
        Optional<Instant> endsAt = data.optionalTime("endsAt");
        if (endsAt.isPresent() && endsAt.get().isBefore(startsAt)) {
            data.invalid("endsAt", "An appointment ends after it starts.");
        }
        return new PmsEvent.AppointmentChanged(
                new ToldAppointment(
                        data.id("appointmentId"),
                        data.wholeNumber("version").orElse(null),
                        updatedAt,
                        state(data),
                        data.optionalTime("bookedAt").orElse(null),
                        startsAt,
                        endsAt.orElse(null),
                        data.optionalText("division").orElse(null),
                        data.optionalText("reference")
                                .filter(LeadId::isValid)
                                .map(LeadId::new)
                                .orElse(null),
                        invoice(data)),
                patient(data.object("patient"), updatedAt));
    }

    private PmsEvent patientChanged(Members data) {
        Instant updatedAt = data.optionalTime("updatedAt").orElse(receivedAt);
        return new PmsEvent.PatientChanged(patient(data.object("patient"), updatedAt));
    }

    private static PmsEvent patientMerged(Members data) {
        return new PmsEvent.PatientMerged(data.id("from"), data.id("into"));
    }

    private static ToldPatient patient(Members patient, Instant updatedAt) {
        return new ToldPatient(
                patient.id("id"),
                updatedAt,
                patient.optionalText("firstName").orElse(null),
                patient.optionalText("lastName").orElse(null),
                patient.optionalText("email").orElse(null),
                patient.optionalText("phone").orElse(null),
                patient.date("dateOfBirth").orElse(null),
                patient.optionalTime("createdAt").orElse(null));
    }

    private static @Nullable Invoice invoice(Members data) {
        Optional<Members> invoice = data.optionalObject("invoice");
        if (invoice.isEmpty()) {
            return null;
        }
        Members given = invoice.get();
        return new Invoice(
                given.id("id"), given.time("at"), given.amount("amount"), given.text("currency"));
    }

    private static State state(Members data) {
        return switch (data.text("state")) {
            case "booked" -> State.BOOKED;
            case "arrived" -> State.ARRIVED;
            case "completed" -> State.COMPLETED;
            case "cancelled" -> State.CANCELLED;
            case "didNotArrive" -> State.DID_NOT_ARRIVE;
            case "deleted" -> State.DELETED;
            default -> {
                data.invalid(
                        "state",
                        "Send booked, arrived, completed, cancelled, didNotArrive or deleted.");
                yield State.BOOKED;
            }
        };
    }
}
