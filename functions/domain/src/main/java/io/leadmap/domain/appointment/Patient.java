package io.leadmap.domain.appointment;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The person as the PMS knows them.
 *
 * @param phone E.164, null if there is none or it is not a number
 */
public record Patient(
        String connectionId,
        String id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable LocalDate dateOfBirth,
        @Nullable Instant createdAt) {}
