package io.leadmap.ports;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;

import java.util.List;
import java.util.Optional;

/** Practices as they are configured now. */
public interface Practices {

    /** The newest configuration; empty if there is no such practice. */
    Optional<Practice> find(PracticeId practice);

    /** The configuration with which something was decided, for immutable macro and map versions. */
    Optional<Practice> find(PracticeId practice, long version);

    /** Every practice, in the order of their ids. */
    List<PracticeId> ids();

    /**
     * Stores a configuration as the next version if {@code expected} is still the newest (0: the
     * first).
     */
    boolean store(Practice practice, long expected);
}
