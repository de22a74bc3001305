package io.leadmap.domain.practice;

/** Where leads come from, chosen from the practice's list or added on the spot. */
public record Source(String id, String name) {}
