package io.leadmap.domain.appointment;

import io.leadmap.domain.lead.Lead;

import java.util.List;

/** What is to be done with an appointment that no lead has ({@link Placing}). */
public sealed interface Placement {

    /** The lead takes it. */
    record Link(Lead lead) implements Placement {}

    /**
     * A person must decide; it is kept meanwhile.
     *
     * @param among the leads that it may be about, never empty
     */
    record Ask(Question question, List<Lead> among) implements Placement {
        public Ask {
            among = List.copyOf(among);
        }
    }

    /** A lead is begun for a new client. */
    record Begin() implements Placement {}

    /** It is kept until a lead comes that can take it. */
    record Keep() implements Placement {}

    /** What a person is asked. */
    enum Question {
        /** Whose of several people's it is. */
        WHOSE,
        /** Whether a lead that was given up is worked again, as it has booked. */
        LOST_BOOKED
    }
}
