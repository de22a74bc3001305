package io.leadmap.leadqueries;

import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.text.Line;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the Lead Sheet is asked for (section Leads of the API). Empty sets filter nothing; {@link
 * #BLANK} in a set stands for rows where the value is blank.
 *
 * @param divisions rows in or under these
 * @param periods by date: rows whose date lies in the period
 * @param never dates that a row must not have
 * @param noAppointment only rows without an appointment
 * @param attemptsFrom inclusive; so is {@code attemptsTo}
 * @param activity when something was last done
 * @param transferTo the person who is asked to take the lead over, null for any
 * @param q an email, a phone, or words of the name as {@link io.leadmap.domain.text.Search} finds
 *     them; null for none
 * @param sort null for the newest first, by the date of the index that is read
 */
record SheetQuery(
        Set<Status> statuses,
        Set<String> owners,
        Set<String> sources,
        Set<String> divisions,
        Map<Date, Period> periods,
        Set<Date> never,
        boolean noAppointment,
        @Nullable State appointment,
        int attemptsFrom,
        int attemptsTo,
        Period activity,
        Set<String> lossReasons,
        @Nullable String transferTo,
        Suspended suspended,
        @Nullable String q,
        @Nullable Sort sort) {

    /** Stands for a blank value. */
    static final String BLANK = "none";

    SheetQuery {
        statuses = Set.copyOf(statuses);
        owners = Set.copyOf(owners);
        sources = Set.copyOf(sources);
        divisions = Set.copyOf(divisions);
        periods = Map.copyOf(periods);
        never = Set.copyOf(never);
        lossReasons = Set.copyOf(lossReasons);
        q = Line.orNull(q);
    }

    /** The dates of a row. */
    enum Date {
        CREATED,
        BOOKED,
        INVOICED,
        CANCELLED,
        LOST
    }

    /**
     * A time from one instant up to another.
     *
     * @param to exclusive
     */
    record Period(Instant from, Instant to) {

        /** Begins before and ends after every lead. */
        static final Period ALWAYS =
                new Period(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

        boolean contains(@Nullable Instant at) {
            return at != null && !at.isBefore(from) && at.isBefore(to);
        }

        Period until(Instant latest) {
            return latest.isBefore(to)
                    ? new Period(from, latest.isBefore(from) ? from : latest)
                    : this;
        }

        long seconds() {
            return to.getEpochSecond() - from.getEpochSecond();
        }
    }

    /**
     * Which suspended rows are shown.
     *
     * @param cause only rows suspended for this, as it is shown; empty for those that {@code kind}
     *     says
     */
    record Suspended(Kind kind, Optional<SuspensionCause> cause) {

        /** All but doubles and spam. */
        static final Suspended USUAL = new Suspended(Kind.USUAL, Optional.empty());

        /** What is asked for. */
        enum Kind {
            USUAL,
            ANY,
            NONE,
            CAUSE
        }
    }

    /** What rows are ordered by; those without a value come last. */
    record Sort(Column column, boolean descending) {}

    /** The columns that can be sorted by. */
    enum Column {
        CREATED,
        BOOKED,
        INVOICED,
        CANCELLED,
        LOST,
        NAME,
        STATUS,
        SOURCE,
        DIVISION,
        OWNER,
        ATTEMPTS,
        LAST_ACTIVITY,
        COMMENT,
        PATIENT
    }
}
