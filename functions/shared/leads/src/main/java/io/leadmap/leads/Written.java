package io.leadmap.leads;

import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.Source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of a write. Faults are exceptions. */
public sealed interface Written {

    /**
     * It is stored, now or by the same call before.
     *
     * @param status the HTTP status of the first answer
     * @param lead as it was then
     * @param reference what else the first answer named, null for nothing
     */
    record Done(int status, Lead lead, @Nullable String reference) implements Written {}

    /**
     * A dry run: this would be decided; a refusal is a decision, too.
     *
     * @param newSource the source that would come into being, under an id of its own
     */
    record Planned(Decision decision, Optional<Source> newSource) implements Written {
        Planned(Decision decision) {
            this(decision, Optional.empty());
        }
    }

    record Refused(Refusal refusal) implements Written {}

    /** The practice has no such lead. */
    record Missing() implements Written {}

    /**
     * The caller has seen an older version.
     *
     * @param changedBy who made the last change since
     * @param changedAt when that was
     * @param changed the names of fields and commands that changed since
     */
    record Stale(Lead current, Actor changedBy, Instant changedAt, List<String> changed)
            implements Written {
        public Stale {
            changed = List.copyOf(changed);
        }
    }

    /** The idempotency key came before with another body. */
    record KeyReused() implements Written {}
}
