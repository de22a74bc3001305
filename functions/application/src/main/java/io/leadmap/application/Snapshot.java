package io.leadmap.application;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.lead.LeadId;

import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of an appointment and the lead that has it.
 *
 * @param lead null while no lead could take it
 * @param revision counts how often this appointment was stored; 0 for one that never was. Storing
 *     fails if it is no longer the stored one, and raises it by one, so that two leads never take
 *     the same appointment
 */
public record Snapshot(Appointment appointment, @Nullable LeadId lead, long revision) {}
