package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;
import io.leadmap.domain.text.Prose;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;

/**
 * A practice's settings, with the defaults of the API contract.
 *
 * @param timeZone days of reports and sending windows are days in this zone
 * @param country ISO 3166 alpha-2, for phones without a country code
 * @param currency ISO 4217
 * @param openingHours when people of the practice can be met or called
 * @param attemptLimit unanswered calls before the sweep gives a lead up (domain section 3)
 * @param attemptGrace how long after the last attempt the sweep waits
 * @param heldExpiry a trigger held longer than this is skipped on reinstatement
 * @param newClientGapDays days without a visit after which a patient is a new client again
 * @param automaticMailsPerHour how many triggers' mails, and how many drip mails, may go to leads
 *     that a form made in one hour; the others wait (domain section 7)
 * @param defaultMapId the map of a lead that names none, null for none
 * @param postalAddress printed under marketing mail
 * @param from the practice's sender, {@code Name <address>} or a bare address
 * @param replyTo where answers go, null for {@code from}
 */
public record Settings(
        ZoneId timeZone,
        String country,
        String currency,
        DayOfWeek weekStart,
        OpeningHours openingHours,
        Vocabulary vocabulary,
        int attemptLimit,
        Duration attemptGrace,
        DeadLeads deadLeads,
        AutomaticMoves automaticMoves,
        boolean seenCountsAsCustomer,
        boolean createLeadsForNewClients,
        int newClientGapDays,
        boolean eagerPatientShipping,
        boolean lockOwnerWhenLinked,
        Duration heldExpiry,
        Hours sendingWindow,
        boolean dripsStopOnBooked,
        Duration firstCallTarget,
        int automaticMailsPerHour,
        @Nullable String defaultMapId,
        String postalAddress,
        String from,
        @Nullable String replyTo) {

    /** The highest limit of attempts that a practice may set. */
    public static final int HIGHEST_ATTEMPT_LIMIT = 20;

    public Settings {
        postalAddress = Prose.of(postalAddress);
        from = Line.of(from);
        replyTo = Line.orNull(replyTo);
    }

    /** Whose words name the statuses on screens and in answers. */
    public enum Vocabulary {
        LEADMAP,
        BOS,
        PROCEDURE
    }

    /** What the dead-lead sweep does with a lead that is due. */
    public enum DeadLeads {
        ACT,
        PROPOSE,
        OFF
    }

    /**
     * Which moves an appointment may make by itself; each can be switched off (domain section 3).
     */
    public record AutomaticMoves(boolean booked, boolean cancelled, boolean invoiced) {}
}
