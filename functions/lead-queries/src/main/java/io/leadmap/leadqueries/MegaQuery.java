package io.leadmap.leadqueries;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.report.Contribution;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What of the Mega Report is asked for.
 *
 * @param from the first day, in the practice's time zone
 * @param to the last day, inclusive
 * @param divisions any of these or under them; empty for all
 * @param sources any of these, {@link #NONE} for leads without; empty for all
 * @param owners any of these, {@link #NONE} for leads without; empty for all
 * @param split what to split each row by
 */
public record MegaQuery(
        LocalDate from,
        LocalDate to,
        By by,
        Set<String> divisions,
        Set<String> sources,
        Set<String> owners,
        Optional<Split> split) {

    /** Stands for a blank source or owner. */
    public static final String NONE = "none";

    public MegaQuery {
        divisions = Set.copyOf(divisions);
        sources = Set.copyOf(sources);
        owners = Set.copyOf(owners);
    }

    /** How wide a column is. */
    public enum By {
        DAY,
        WEEK,
        MONTH
    }

    /** What a row can be split by. */
    public enum Split {
        DIVISION,
        SOURCE,
        OWNER;

        /** The part of a split to which a contribution belongs; null for blank. */
        @Nullable String of(Contribution contribution) {
            return switch (this) {
                case DIVISION -> contribution.division();
                case SOURCE -> contribution.source();
                case OWNER -> contribution.owner();
            };
        }
    }

    boolean includes(Contribution contribution, Practice practice) {
        boolean division =
                divisions.isEmpty()
                        || divisions.stream()
                                .anyMatch(d -> practice.isInOrUnder(contribution.division(), d));
        return division
                && isAmong(sources, contribution.source())
                && isAmong(owners, contribution.owner());
    }

    private static boolean isAmong(Set<String> wanted, @Nullable String id) {
        return wanted.isEmpty() || wanted.contains(id == null ? NONE : id);
    }
}
