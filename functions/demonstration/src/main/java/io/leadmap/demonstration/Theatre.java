package io.leadmap.demonstration;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * Where the demonstration is played: a running product, through its HTTP API only, with a clock
 * that can be moved and somebody who signs people in.
 */
public interface Theatre {

    /** Moves the clock forward; what happened before may still have its effects, none is swept. */
    void advanceTo(Instant time);

    /** The time there. */
    Instant now();

    /** Waits until what happened has had its effects. */
    void settle();

    /** Runs every schedule that became due, once. */
    void sweep();

    /** A token with which a person of a practice is let in for the whole story. */
    String signIn(String practice, DemonstrationPractices.Person person);

    /**
     * Asks the API.
     *
     * @param query without its question mark, empty for none
     * @param headers by their names in lower case
     * @param body null for none
     */
    Reply ask(
            String method,
            String path,
            String query,
            Map<String, String> headers,
            @Nullable String body);

    /** What the API answers. */
    record Reply(int status, String body) {}
}
