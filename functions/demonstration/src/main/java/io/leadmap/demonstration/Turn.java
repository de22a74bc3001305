package io.leadmap.demonstration;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An act with its time and who does it.
 *
 * @param agent who works the lead then, or answers a colleague
 * @param booking what the PMS tells; null for other acts
 */
record Turn(Instant at, Part part, Act act, String agent, @Nullable Booking booking) {}
