package io.leadmap.domain.decide;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.AppointmentChanges;
import io.leadmap.domain.appointment.Invoicing;
import io.leadmap.domain.appointment.Linking;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.history.PmsEntry.AppointmentChanged.Kind;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.history.StatusEntry.DateStamped.Which;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.Settings;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an appointment of the PMS does to a lead (domain sections 3 and 9). */
final class AppointmentRules {

    private static final Set<Status> TO_BOOKED =
            EnumSet.of(Status.CREATED, Status.CONTACTED, Status.CANCELLED);
    private static final Set<Status> TO_CANCELLED =
            EnumSet.of(Status.CREATED, Status.CONTACTED, Status.BOOKED);
    private static final Set<Status> TO_INVOICED =
            EnumSet.of(Status.CREATED, Status.CONTACTED, Status.BOOKED, Status.CANCELLED);

    private static final String LOST_BUT_BOOKED =
            "A lost lead has an appointment again: decide whether to work it again.";

    private AppointmentRules() {}

    /**
     * A new client of the PMS becomes a lead: in no map, owned by nobody; nothing fires and nothing
     * is sent.
     */
    static Optional<Refusal> begin(Chapter chapter, Command.BeginByAppointment command) {
        Appointment appointment = command.appointment();
        FieldRules.Checked checked =
                FieldRules.read(chapter.practice(), command.fields(), chapter.at());
        chapter.add(
                new RecordEntry.LeadCreated(
                        Channel.PMS,
                        checked.fields(),
                        chapter.practice()
                                .division(appointment.divisionId())
                                .orElse(chapter.practice().rootDivision())
                                .id(),
                        null,
                        null,
                        appointment.bookedAt().isAfter(chapter.at())
                                ? chapter.at()
                                : appointment.bookedAt(),
                        Attribution.NONE));
        SuspensionRules.refresh(chapter);
        take(
                chapter,
                appointment,
                new PatientLink(appointment.connectionId(), appointment.patientId()));
        return Optional.empty();
    }

    /**
     * Links an appointment that the lead may take, or applies what changed in the one that it has.
     */
    static Optional<Refusal> observe(Chapter chapter, Command.ObserveAppointment command) {
        Lead lead = chapter.lead();
        Appointment linked = lead.pms().appointment();
        Appointment now = command.appointment();
        if (linked != null && linked.isSameAs(now)) {
            change(chapter, linked, now);
        } else if (Linking.canTake(lead, now, chapter.practice(), chapter.at())) {
            if (linked != null) {
                chapter.add(
                        new PmsEntry.AppointmentUnlinked(
                                linked.connectionId(), linked.id(), Reasons.REBOOKED));
            }
            take(chapter, now, command.patient());
        }
        return Optional.empty();
    }

    /** The day of a prepaid appointment is over, and nobody said that the patient did not come. */
    static Optional<Refusal> endDay(Chapter chapter) {
        Appointment appointment = chapter.lead().pms().appointment();
        Optional<Instant> end = dayEnd(chapter.lead(), chapter.settings());
        if (appointment != null && end.isPresent() && !chapter.at().isBefore(end.get())) {
            move(chapter, appointment);
        }
        return Optional.empty();
    }

    /** {@code patient.changed}: fills blanks with what is valid, and never overwrites. */
    static Optional<Refusal> fill(Chapter chapter, Command.FillFromPatient command) {
        FieldRules.Checked checked =
                FieldRules.read(chapter.practice(), command.fields(), chapter.at());
        FieldRules.fillBlanks(chapter, checked.fields());
        SuspensionRules.refresh(chapter);
        return Optional.empty();
    }

    /** A patient that was chosen, or the survivor of a merge in the PMS. */
    static Optional<Refusal> link(Chapter chapter, Command.LinkPatient command) {
        if (chapter.practice().connection(command.patient().connectionId()).isEmpty()) {
            return Optional.of(
                    new Refusal.Invalid(
                            "connectionId", "Choose one of the practice's PMS connections."));
        }
        linkPatient(chapter, command.patient());
        return Optional.empty();
    }

    /**
     * When the day of a paid appointment ends, if something is to be decided then: a move, or the
     * date of a lead that a person set INVOICED before.
     */
    static Optional<Instant> dayEnd(Lead lead, Settings settings) {
        Appointment appointment = lead.pms().appointment();
        return appointment == null
                ? Optional.empty()
                : paidVisit(lead)
                        .filter(paid -> paid.byHand() || settings.automaticMoves().invoiced())
                        .map(paid -> Invoicing.endOfDay(appointment, settings.timeZone()));
    }

    /** What the end of the appointment's day may change, whatever the settings say then. */
    static Optional<DueKey.PaidVisit> paidVisit(Lead lead) {
        if (lead.pms().appointment() == null || !Invoicing.isPaidAhead(lead.pms().appointment())) {
            return Optional.empty();
        }
        if (lead.stage().standing() == Status.INVOICED) {
            return lead.dates().invoicedByHand()
                    ? Optional.of(new DueKey.PaidVisit(true))
                    : Optional.empty();
        }
        return TO_INVOICED.contains(lead.status()) && !isUninvoicedByHand(lead)
                ? Optional.of(new DueKey.PaidVisit(false))
                : Optional.empty();
    }

    private static void take(Chapter chapter, Appointment appointment, PatientLink patient) {
        linkPatient(chapter, patient);
        chapter.add(new PmsEntry.AppointmentLinked(appointment));
        Dates dates = chapter.lead().dates();
        if (dates.booked() == null || dates.bookedByHand()) {
            chapter.add(new StatusEntry.DateStamped(Which.BOOKED, appointment.bookedAt(), false));
        }
        move(chapter, appointment);
        SuspensionRules.reinstate(chapter, SuspensionCause.SPAM); // spam does not book
    }

    private static void linkPatient(Chapter chapter, PatientLink patient) {
        if (!patient.equals(chapter.lead().pms().patient())) {
            chapter.add(new PmsEntry.PatientLinked(patient));
        }
    }

    /** Which of two snapshots is the later was found before (Edition); here they only differ. */
    private static void change(Chapter chapter, Appointment before, Appointment now) {
        if (AppointmentChanges.sameToSee(before, now)) {
            return;
        }
        List<Kind> kinds = AppointmentChanges.between(before, now);
        chapter.add(new PmsEntry.AppointmentChanged(now, kinds));
        if (kinds.stream().anyMatch(kind -> kind != Kind.INVOICE_VOIDED)) {
            move(chapter, now);
        }
        follow(chapter, before, now);
        if (kinds.contains(Kind.REINSTATED) && chapter.lead().status() == Status.LOST) {
            chapter.askOwner("booked-" + now.connectionId() + "-" + now.id(), LOST_BUT_BOOKED);
        }
        if (now.state() == Appointment.State.DELETED) {
            chapter.add(
                    new PmsEntry.AppointmentUnlinked(
                            now.connectionId(), now.id(), Reasons.DELETED));
        }
    }

    /**
     * The automatic moves of domain section 3, each of which the practice may have switched off.
     */
    private static void move(Chapter chapter, Appointment appointment) {
        Settings settings = chapter.settings();
        if (!appointment.state().isLive()) {
            moveTo(chapter, Status.CANCELLED, TO_CANCELLED, settings.automaticMoves().cancelled());
        } else if (Invoicing.counts(appointment, settings, chapter.at())) {
            moveTo(chapter, Status.INVOICED, TO_INVOICED, settings.automaticMoves().invoiced());
            stampInvoiced(chapter, appointment);
        } else {
            moveTo(chapter, Status.BOOKED, TO_BOOKED, settings.automaticMoves().booked());
        }
    }

    private static void moveTo(Chapter chapter, Status to, Set<Status> from, boolean switchedOn) {
        Lead lead = chapter.lead();
        Status status =
                Linking.countsAsCreated(lead, chapter.at()) ? Status.CREATED : lead.status();
        if (switchedOn && from.contains(status)) {
            StatusRules.automatically(chapter, to);
        }
    }

    /**
     * <em>invoiced</em> is the start of the invoiced appointment; it replaces a date that was set
     * by hand.
     */
    private static void stampInvoiced(Chapter chapter, Appointment appointment) {
        Lead lead = chapter.lead();
        boolean stamped =
                appointment.startsAt().equals(lead.dates().invoiced())
                        && !lead.dates().invoicedByHand();
        if (lead.stage().standing() == Status.INVOICED && !stamped) {
            chapter.add(new StatusEntry.DateStamped(Which.INVOICED, appointment.startsAt(), false));
        }
    }

    /**
     * The date that was taken from this appointment follows its start, also where its invoice does
     * not count any more by itself: a start that is corrected to a day after the invoice's makes
     * that a prepayment.
     */
    private static void follow(Chapter chapter, Appointment before, Appointment now) {
        Dates dates = chapter.lead().dates();
        if (before.startsAt().equals(dates.invoiced()) && !dates.invoicedByHand()) {
            stampInvoiced(chapter, now);
        }
    }

    /**
     * A person set INVOICED: the start of the appointment where that is invoiced, else now (domain
     * section 3).
     */
    static void stampInvoicedByHand(Chapter chapter) {
        Appointment appointment = chapter.lead().pms().appointment();
        boolean isInvoiced =
                appointment != null
                        && Invoicing.counts(appointment, chapter.settings(), chapter.at());
        if (appointment != null && isInvoiced) {
            stampInvoiced(chapter, appointment);
        } else {
            chapter.add(new StatusEntry.DateStamped(Which.INVOICED, chapter.at(), true));
        }
    }

    /** An administrator took the lead out of INVOICED: time alone does not move it back. */
    private static boolean isUninvoicedByHand(Lead lead) {
        return lead.dates().invoiced() == null && lead.dates().invoicedByHand();
    }
}
