package io.leadmap.ports;

import io.leadmap.domain.practice.PracticeId;

import java.time.Instant;

/** Counts what each network address submits to a practice's forms, so that nobody can flood it. */
@FunctionalInterface
public interface FormLimits {

    /**
     * Counts one more submission and gives how many there were in this minute, it included. One
     * whose answer was lost on the way may count twice.
     *
     * @param address the sender's network address; kept only as an HMAC and for a short time
     */
    long count(PracticeId practice, String address, Instant now);
}
