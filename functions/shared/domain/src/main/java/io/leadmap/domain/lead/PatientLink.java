package io.leadmap.domain.lead;

/** The patient of the PMS that this lead is. */
public record PatientLink(String connectionId, String pmsId) {}
