package io.leadmap.ports;

import io.leadmap.domain.lead.ContactAttempts;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.today.Awaited;
import io.leadmap.domain.today.Awaits;
import io.leadmap.ports.LeadSheet.Row;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Leads that wait for somebody, found by whose they are. What is read depends on what waits, not on
 * how many leads there are. The index may be a moment old; what it names is read from the leads,
 * and a lead that waits no longer is left out.
 */
public interface AwaitedLeads {

    /**
     * Those who wait longest, or those who came last.
     *
     * @param whose a person's id; null for the leads of nobody
     * @param newestFirst the end at which to begin
     * @param limit how many at most
     */
    Page read(
            PracticeId practice,
            Awaits what,
            @Nullable String whose,
            boolean newestFirst,
            int limit);

    /**
     * A lead that waits.
     *
     * @param version what {@code If-Match} compares
     * @param since when the wait began
     */
    record Waiting(Row row, long version, Instant since, ContactAttempts attempts) {

        /** The lead of a row, if it waits for this person and thing. */
        public static Optional<Waiting> of(
                Row row,
                long version,
                ContactAttempts attempts,
                Awaits what,
                @Nullable String whose) {
            return Stream.of(
                            Awaited.ofOwner(
                                    row.status(), row.suspensions(), row.owner(), row.dates()),
                            Awaited.ofAsked(row.transfer()))
                    .flatMap(Optional::stream)
                    .filter(awaited ->
                            awaited.what() == what && Objects.equals(awaited.whose(), whose))
                    .map(awaited -> new Waiting(row, version, awaited.since(), attempts))
                    .findFirst();
        }
    }

    /**
     * @param leads in the order that was asked for
     * @param more tells whether others wait besides
     */
    record Page(List<Waiting> leads, boolean more) {
        public Page {
            leads = List.copyOf(leads);
        }
    }
}
