package io.leadmap.ports;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

import java.time.Instant;
import java.util.List;

/**
 * Leads by the beginnings of their names ({@link io.leadmap.domain.text.Beginnings}), kept blind:
 * what is stored tells no name. The consumer of the leads' stream keeps it, so that it may be a
 * moment old, and what it finds is looked at again in the lead's row.
 */
public interface NameIndex {

    /**
     * Lets a lead be found by the names that it has now, and by no other; a lead that is not there
     * any more by none. Doing it again changes nothing.
     */
    void follow(PracticeId practice, LeadId lead);

    /**
     * The leads of which something begins so, and perhaps others.
     *
     * @param beginning of a word, or of a name's words joined, in the form that compares
     * @param most how many places to read at most
     */
    Found find(PracticeId practice, String beginning, int most);

    /**
     * A lead and where it stands on the Lead Sheet.
     *
     * @param created the lead's created date
     */
    record Place(LeadId lead, Instant created) {}

    /**
     * What a beginning leads to.
     *
     * @param places each lead once, in no order
     * @param more tells whether there are others besides
     */
    record Found(List<Place> places, boolean more) {
        public Found {
            places = List.copyOf(places);
        }
    }
}
