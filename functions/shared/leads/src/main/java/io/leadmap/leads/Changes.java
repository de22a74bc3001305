package io.leadmap.leads;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.Lead;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has changed since a version, so that a caller may repeat by itself when none of it touches
 * what it sends.
 */
final class Changes {

    private Changes() {}

    static Written.Stale since(Lead current, long seen, List<Commit> history) {
        Set<String> changed = new LinkedHashSet<>();
        Actor by = Actor.SYSTEM;
        Instant at = current.revision().at();
        Lead lead = null;
        for (Commit commit : history) {
            lead =
                    lead == null
                            ? Lead.begin(current.practice(), current.id(), commit)
                            : lead.apply(commit);
            if (lead.revision().version() > seen
                    && lead.revision().seq() <= current.revision().seq()) {
                List<String> names =
                        commit.entries().stream().flatMap(entry -> name(entry).stream()).toList();
                changed.addAll(names);
                by = names.isEmpty() ? by : commit.actor();
                at = names.isEmpty() ? at : commit.at();
            }
        }
        return new Written.Stale(current, by, at, List.copyOf(changed));
    }

    /** What an entry changed, by the name of the field or command. */
    private static Optional<String> name(Entry entry) {
        return entry instanceof RecordEntry.FieldChanged changed
                ? Optional.of(changed.field().value())
                : entry.type().changes();
    }
}
