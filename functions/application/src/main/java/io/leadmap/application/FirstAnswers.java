package io.leadmap.application;

import io.leadmap.domain.practice.PracticeId;

import java.time.Instant;
import java.util.Optional;

/** Remembered answers, by idempotency key; they are written by {@link Leads#append}. */
public interface FirstAnswers {

    /** The answer that is remembered under this key and not expired at {@code now}. */
    Optional<FirstAnswer> find(PracticeId practice, String key, Instant now);
}
