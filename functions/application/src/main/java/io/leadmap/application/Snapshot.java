package io.leadmap.application;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.lead.LeadId;

import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of an appointment and the lead that has it.
 *
 * @param lead null while no lead could take it
 * @param replaced the version of the snapshot that was read before, null if there was none; storing
 *     fails if it moved on
 */
public record Snapshot(Appointment appointment, @Nullable LeadId lead, @Nullable Long replaced) {}
