package io.leadmap.domain.report;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * One lead's 1 in one number of the Mega Report (architecture decision 10).
 *
 * @param day in the practice's time zone
 * @param division the lead's division today
 * @param source the lead's source today, null for none
 * @param owner the lead's owner today, null for nobody
 */
public record Contribution(
        Row row, LocalDate day, String division, @Nullable String source, @Nullable String owner) {}
