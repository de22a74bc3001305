package io.leadmap.domain.practice;

/** A reason for a loss that an administrator added to the standard ones. */
public record AddedLossReason(String id, String label) {}
