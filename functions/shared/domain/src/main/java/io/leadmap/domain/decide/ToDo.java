package io.leadmap.domain.decide;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.text.Prose;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something for a person to do; not part of the history (domain section 5).
 *
 * @param id deterministic, so that the same decision never asks twice
 * @param assignee a person's id; null for anybody
 * @param text what to do, without patient data
 */
public record ToDo(String id, LeadId lead, @Nullable String assignee, String text, Instant at) {

    public ToDo {
        text = Prose.of(text);
    }

    /**
     * Which to-do, and on whose desk it lies.
     *
     * @param assignee whom it was asked of; null for anybody
     */
    public record Asked(String id, @Nullable String assignee) {}
}
