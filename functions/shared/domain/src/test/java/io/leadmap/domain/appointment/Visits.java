package io.leadmap.domain.appointment;

import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment.Invoice;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.lead.PatientLink;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Appointments in tests: booked on 1 March for 3 April in Sydney, then changed step by step. */
public final class Visits {

    public static final PatientLink MONIQUE = new PatientLink("pms", "p-1");

    /** 1 March, 11:00 in Sydney. */
    public static final Instant BOOKED = Instant.parse("2026-03-01T00:00:00Z");

    /** 3 April, 20:00 in Sydney. */
    public static final Instant STARTS = Instant.parse("2026-04-03T09:00:00Z");

    /** When the PMS tells of the booking. */
    public static final String MARCH_1 = "2026-03-01T00:00:30Z";

    /** When the PMS tells of the visit, an hour after it has begun. */
    public static final String APRIL_3 = "2026-04-03T10:00:00Z";

    private Visits() {}

    /** Monique's visit. */
    public static Appointment booked() {
        return booked("a-1", BOOKED, STARTS);
    }

    public static Appointment booked(String id, Instant bookedAt, Instant startsAt) {
        return new Appointment(
                "pms",
                id,
                1,
                State.BOOKED,
                bookedAt,
                startsAt,
                startsAt.plusSeconds(1800),
                null,
                null,
                null,
                MONIQUE.pmsId(),
                bookedAt);
    }

    /** The next snapshot, in this state. */
    public static Appointment now(Appointment before, State state) {
        return next(before, state, before.startsAt(), before.invoice(), before.divisionId());
    }

    /** The next snapshot, moved to another time. */
    public static Appointment moved(Appointment before, Instant startsAt) {
        return next(before, before.state(), startsAt, before.invoice(), before.divisionId());
    }

    /** The next snapshot, with an invoice of this time. */
    public static Appointment invoiced(Appointment before, String at) {
        Invoice invoice = new Invoice("i-1", Instant.parse(at), new BigDecimal("120.00"), "AUD");
        return next(before, before.state(), before.startsAt(), invoice, before.divisionId());
    }

    /** The next snapshot, without its invoice. */
    public static Appointment voided(Appointment before) {
        return next(before, before.state(), before.startsAt(), null, before.divisionId());
    }

    public static Appointment in(Appointment before, String division) {
        return next(before, before.state(), before.startsAt(), before.invoice(), division);
    }

    public static Command.ObserveAppointment observe(Appointment appointment) {
        return new Command.ObserveAppointment(
                appointment, new PatientLink(appointment.connectionId(), appointment.patientId()));
    }

    /** The lead's story goes on with Monique's booking, as the PMS tells of it. */
    public static Story booking(Story story) {
        return story.by(Actor.SYSTEM).at(MARCH_1).then(observe(booked()));
    }

    /** What the last command says of the appointment. */
    public static List<PmsEntry.AppointmentChanged.Kind> kinds(Story story) {
        return story.entries().stream()
                .filter(PmsEntry.AppointmentChanged.class::isInstance)
                .flatMap(e -> ((PmsEntry.AppointmentChanged) e).kinds().stream())
                .toList();
    }

    private static Appointment next(
            Appointment before,
            State state,
            Instant startsAt,
            @Nullable Invoice invoice,
            @Nullable String division) {
        return new Appointment(
                before.connectionId(),
                before.id(),
                before.version() + 1,
                state,
                before.bookedAt(),
                startsAt,
                startsAt.plusSeconds(1800),
                division,
                before.reference(),
                invoice,
                before.patientId(),
                before.firstSeen());
    }
}
