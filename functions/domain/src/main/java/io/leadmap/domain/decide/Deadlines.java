package io.leadmap.domain.decide;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.Settings;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a lead is to be looked at again though nothing happens to it: the entries of the due index
 * (architecture decision 3). What is really done then is decided anew.
 *
 * @param deadLead when the grace after the last attempt ends (domain section 3)
 * @param appointmentDay the end of the day of a prepaid appointment (domain section 3, invoiced)
 * @param drips when the next mail of each active drip may be sent, by campaign
 */
public record Deadlines(
        Optional<Instant> deadLead,
        Optional<Instant> appointmentDay,
        SortedMap<String, Instant> drips) {

    public Deadlines {
        drips = Collections.unmodifiableSortedMap(new TreeMap<>(drips));
    }

    /** The deadlines of a lead as it is now, under these settings. */
    public static Deadlines of(Lead lead, Settings settings) {
        return new Deadlines(
                DueRules.deadLeadDue(lead, settings),
                DueRules.appointmentDayDue(lead, settings),
                DueRules.dripsDue(lead, settings));
    }
}
