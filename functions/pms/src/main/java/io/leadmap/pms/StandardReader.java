package io.leadmap.pms;

import io.leadmap.application.json.Json;
import io.leadmap.application.pms.PmsEvent;
import io.leadmap.application.pms.PmsEvent.ToldAppointment;
import io.leadmap.application.pms.PmsEvent.ToldPatient;
import io.leadmap.application.pms.PmsProvider.Reading;
import io.leadmap.domain.appointment.Appointment.Invoice;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.lead.LeadId;

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
        try {
            return new Reading.Read(event(Members.of(Json.read(body))));
        } catch (Json.Malformed e) {
            return new Reading.Unreadable("", "Send one JSON object: " + e.reason() + ".");
        } catch (Members.Wrong e) {
            return new Reading.Unreadable(e.where(), e.message());
        }
    }

    private PmsEvent event(Members event) throws Members.Wrong {
        String type = event.text("type");
        return switch (type) {
            case "appointment.changed" -> appointmentChanged(event.object("data"));
            case "patient.changed" -> patientChanged(event.object("data"));
            case "patient.merged" -> patientMerged(event.object("data"));
            default -> new PmsEvent.Unknown(type);
        };
    }

    private PmsEvent appointmentChanged(Members data) throws Members.Wrong {
        Instant updatedAt = data.time("updatedAt").orElse(receivedAt);
        Instant startsAt = data.time("startsAt").orElseThrow(() -> data.missing("startsAt"));
        Optional<Instant> endsAt = data.time("endsAt");
        if (endsAt.isPresent() && endsAt.get().isBefore(startsAt)) {
            throw data.wrong("endsAt", "An appointment ends after it starts.");
        }
        return new PmsEvent.AppointmentChanged(
                new ToldAppointment(
                        data.id("appointmentId"),
                        data.wholeNumber("version").orElse(null),
                        updatedAt,
                        state(data),
                        data.time("bookedAt").orElse(null),
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

    private PmsEvent patientChanged(Members data) throws Members.Wrong {
        Instant updatedAt = data.time("updatedAt").orElse(receivedAt);
        return new PmsEvent.PatientChanged(patient(data.object("patient"), updatedAt));
    }

    private static PmsEvent patientMerged(Members data) throws Members.Wrong {
        return new PmsEvent.PatientMerged(data.id("from"), data.id("into"));
    }

    private static ToldPatient patient(Members patient, Instant updatedAt) throws Members.Wrong {
        return new ToldPatient(
                patient.id("id"),
                updatedAt,
                patient.optionalText("firstName").orElse(null),
                patient.optionalText("lastName").orElse(null),
                patient.optionalText("email").orElse(null),
                patient.optionalText("phone").orElse(null),
                patient.date("dateOfBirth").orElse(null),
                patient.time("createdAt").orElse(null));
    }

    private static @Nullable Invoice invoice(Members data) throws Members.Wrong {
        Optional<Members> invoice = data.optionalObject("invoice");
        if (invoice.isEmpty()) {
            return null;
        }
        Members given = invoice.get();
        return new Invoice(
                given.id("id"),
                given.time("at").orElseThrow(() -> given.missing("at")),
                given.amount("amount"),
                given.text("currency"));
    }

    private static State state(Members data) throws Members.Wrong {
        return switch (data.text("state")) {
            case "booked" -> State.BOOKED;
            case "arrived" -> State.ARRIVED;
            case "completed" -> State.COMPLETED;
            case "cancelled" -> State.CANCELLED;
            case "didNotArrive" -> State.DID_NOT_ARRIVE;
            case "deleted" -> State.DELETED;
            default ->
                    throw data.wrong(
                            "state",
                            "Send booked, arrived, completed, cancelled, didNotArrive or deleted.");
        };
    }
}
