package io.leadmap.ports;

import io.leadmap.domain.practice.Bindings;
import io.leadmap.domain.practice.PracticeId;

/** Who of a practice has signed in for the first time, and as which subject. */
public interface SignIns {

    /** What is stored, read with strong consistency; {@link Bindings#NONE} if nothing is. */
    Bindings of(PracticeId practice);

    /**
     * Stores bindings as their next revision.
     *
     * @return false, and nothing is stored, if somebody else has stored some since these were read
     */
    boolean store(PracticeId practice, Bindings bindings);
}
