package io.leadmap.ports;

import io.leadmap.domain.practice.PracticeId;

import java.time.Instant;
import java.util.Optional;

/** Remembered answers, by idempotency key. */
public interface FirstAnswers {

    /** The answer that is remembered under this key and not expired at {@code now}. */
    Optional<FirstAnswer> find(PracticeId practice, String key, Instant now);

    /**
     * Remembers the answer to a call that changed no lead; what changes one remembers its answer by
     * {@link Leads#append}.
     *
     * @return what is remembered under the key already and not expired; empty if this answer is now
     */
    Optional<FirstAnswer> remember(PracticeId practice, FirstAnswer answer, Instant now);
}
