package io.leadmap.domain.appointment;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.Practice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which lead takes which appointment (domain section 9). */
public final class Linking {

    /** How long before its lead was entered an appointment may have been booked. */
    public static final Duration BOOKED_BEFORE_ENTERED = Duration.ofHours(12);

    /**
     * How long a lead that the sweep gave up may still book and count as CREATED (domain section
     * 3).
     */
    public static final Duration SWEPT_COUNTS_AS_CREATED = Duration.ofDays(30);

    /** Of the appointments that a lead could take, it takes the first. */
    public static final Comparator<Appointment> EARLIEST_FIRST =
            Comparator.comparing(Appointment::startsAt).thenComparing(Appointment::id);

    private Linking() {}

    /** Tells whether the lead's status lets it take an appointment. */
    public static boolean isOpenToBooking(Lead lead, Instant now) {
        return switch (lead.status()) {
            case CREATED, CONTACTED, BOOKED, CANCELLED, INVOICED -> true;
            case LOST -> countsAsCreated(lead, now);
            case INVALID -> false;
        };
    }

    /** Tells whether the lead was given up by the sweep no more than 30 days ago. */
    public static boolean countsAsCreated(Lead lead, Instant now) {
        Instant lost = lead.dates().lost();
        return lead.status() == Status.LOST
                && lead.stage().lostBySweep()
                && lost != null
                && !lost.plus(SWEPT_COUNTS_AS_CREATED).isBefore(now);
    }

    /** Tells whether the lead may be linked to this appointment now. */
    public static boolean canTake(
            Lead lead, Appointment appointment, Practice practice, Instant now) {
        return appointment.state().isLive()
                && isOpenToBooking(lead, now)
                && !lead.pms().hasLiveAppointment()
                && fits(lead, appointment, practice)
                && !appointment
                        .bookedAt()
                        .isBefore(lead.dates().entered().minus(BOOKED_BEFORE_ENTERED));
    }

    /**
     * Of the leads that could take an appointment, the one that does: the nearest division, then
     * the oldest lead.
     */
    public static Optional<Lead> choose(
            Collection<Lead> able, Appointment appointment, Practice practice) {
        return able.stream()
                .min(
                        Comparator.<Lead>comparingInt(lead -> distance(lead, appointment, practice))
                                .thenComparing(lead -> lead.dates().entered())
                                .thenComparing(lead -> lead.id().value()));
    }

    private static boolean fits(Lead lead, Appointment appointment, Practice practice) {
        String division = appointment.divisionId();
        return division == null || practice.isInOrUnder(division, lead.origin().division());
    }

    private static int distance(Lead lead, Appointment appointment, Practice practice) {
        int steps = 0;
        Optional<Division> at = practice.division(appointment.divisionId());
        while (at.isPresent()
                && !at.get().id().equals(lead.origin().division())
                && steps <= practice.divisions().size()) {
            at = practice.division(at.get().parent());
            steps++;
        }
        return steps;
    }
}
