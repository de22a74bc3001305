package io.leadmap.ports;

import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.lead.Transfer;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of the Lead Sheet (domain section 10), found through three indexes and nothing else.
 * Filters other than the range are the caller's. Rows may be a moment old.
 */
public interface LeadSheet {

    /**
     * A page of an index, ordered by its time and then by lead id.
     *
     * @param newestFirst the order; false for oldest first
     * @param after where the page before ended, null for the first
     * @param limit how many rows to read at most
     */
    Page read(
            PracticeId practice,
            Range range,
            boolean newestFirst,
            @Nullable Position after,
            int limit);

    /**
     * The row of one lead, read from the lead itself; empty if the practice has none of this id.
     */
    Optional<Row> row(PracticeId practice, LeadId lead);

    /** The rows of some leads, read from the leads themselves; those that are there. */
    Map<LeadId, Row> rows(PracticeId practice, List<LeadId> leads);

    /** The whole comments of some leads, of which a row holds the beginning. */
    Map<LeadId, String> comments(PracticeId practice, List<LeadId> leads);

    /** Which index is read, and which part of it. */
    sealed interface Range {

        /** From this time on. */
        Instant from();

        /** Up to this time, exclusive. */
        Instant to();

        /** The time by which the index orders a row; null if the row is not in the index. */
        @Nullable Instant at(Row row);

        /** By the created date. */
        record Created(Instant from, Instant to) implements Range {
            @Override
            public Instant at(Row row) {
                return row.dates().created();
            }
        }

        /** By owner, then by the created date. */
        record OwnedCreated(String owner, Instant from, Instant to) implements Range {
            @Override
            public Instant at(Row row) {
                return row.dates().created();
            }
        }

        /** By the booked date; only leads that have one. */
        record Booked(Instant from, Instant to) implements Range {
            @Override
            public @Nullable Instant at(Row row) {
                return row.dates().booked();
            }
        }
    }

    /** A place in an index: behind this row. */
    record Position(Instant at, LeadId lead) {}

    /**
     * @param more tells whether the range goes on behind the last row
     */
    record Page(List<Row> rows, boolean more) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A lead as the sheet shows it. It lacks what every command raises (version, seq), so that a
     * command that changes nothing in a row costs no write of an index.
     *
     * @param name the lead name, else the person's
     * @param personName first and last name as far as they are known
     * @param suspensions every cause that holds
     * @param comment its beginning: a row stays small
     * @param transfer the hand-over that was asked for last, whether or not it still waits
     * @param appointment the linked appointment's state
     */
    record Row(
            LeadId id,
            String name,
            String personName,
            @Nullable String email,
            @Nullable Phone phone,
            Status status,
            @Nullable LossReason lossReason,
            Set<SuspensionCause> suspensions,
            @Nullable String owner,
            String division,
            @Nullable String source,
            Channel channel,
            Dates dates,
            int attempts,
            Instant lastActivityAt,
            @Nullable String serviceRequested,
            @Nullable String comment,
            @Nullable Transfer transfer,
            @Nullable PatientLink patient,
            @Nullable State appointment) {

        /** How much of a comment a row holds, in characters. */
        private static final int COMMENT = 80;

        private static final String MORE = "\u2026";

        public Row {
            suspensions = Set.copyOf(suspensions);
        }

        /** The row of a lead. */
        public static Row of(Lead lead) {
            return new Row(
                    lead.id(),
                    lead.displayName(),
                    lead.personName(),
                    lead.email(),
                    lead.phone(),
                    lead.status(),
                    lead.stage().lossReason(),
                    lead.suspension().causes(),
                    lead.owner(),
                    lead.origin().division(),
                    lead.origin().source(),
                    lead.origin().channel(),
                    lead.dates(),
                    lead.followUp().attempts().count(),
                    lead.followUp().lastActivityAt(),
                    lead.fields().text(FieldKey.SERVICE_REQUESTED),
                    beginning(lead.fields().text(FieldKey.COMMENT)),
                    lead.ownership().transfer(),
                    lead.pms().patient(),
                    lead.pms().appointment() == null ? null : lead.pms().appointment().state());
        }

        private static @Nullable String beginning(@Nullable String comment) {
            if (comment == null || comment.length() <= COMMENT) {
                return comment;
            }
            int end = COMMENT - 1;
            boolean halves = Character.isHighSurrogate(comment.charAt(end - 1));
            return comment.substring(0, halves ? end - 1 : end) + MORE;
        }

        /** Tells whether the lead has more of a comment than the row. */
        public boolean isCommentCut() {
            return comment != null && comment.endsWith(MORE);
        }

        /** This row with another comment. */
        public Row withComment(@Nullable String whole) {
            return new Row(
                    id,
                    name,
                    personName,
                    email,
                    phone,
                    status,
                    lossReason,
                    suspensions,
                    owner,
                    division,
                    source,
                    channel,
                    dates,
                    attempts,
                    lastActivityAt,
                    serviceRequested,
                    whole,
                    transfer,
                    patient,
                    appointment);
        }

        /** Its id only. */
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }
}
