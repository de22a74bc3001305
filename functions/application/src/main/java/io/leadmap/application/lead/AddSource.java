package io.leadmap.application.lead;

import io.leadmap.application.Backoff;
import io.leadmap.application.IdSource;
import io.leadmap.application.Practices;
import io.leadmap.application.Unavailable;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a lead source on the spot (domain section 2); a name that is there already gives the source
 * that has it.
 */
public final class AddSource {

    private static final int ATTEMPTS = 5;

    private final Practices practices;
    private final IdSource ids;
    private final Backoff backoff;

    public AddSource(Practices practices, IdSource ids, Backoff backoff) {
        this.practices = practices;
        this.ids = ids;
        this.backoff = backoff;
    }

    /**
     * The source with this name and a configuration that has it.
     *
     * @param name not blank, one line
     */
    public Added add(PracticeId id, String name) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Practice practice =
                    practices
                            .find(id)
                            .orElseThrow(() -> new IllegalStateException("no practice " + id));
            Optional<Source> known = find(practice, name);
            if (known.isPresent()) {
                return new Added(practice, known.get(), false);
            }
            Source source = new Source(ids.next(), name.strip());
            Practice extended = with(practice, source);
            if (practices.store(extended, practice.version())) {
                return new Added(extended, source, true);
            }
            backoff.pause(attempt);
        }
        throw new Unavailable("a source collided " + ATTEMPTS + " times", null);
    }

    /** The source of this name, whatever its case. */
    public static Optional<Source> find(Practice practice, String name) {
        return practice.sources().stream()
                .filter(source -> source.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /**
     * @param practice the configuration with the source in it
     * @param isNew false if the name was there already
     */
    public record Added(Practice practice, Source source, boolean isNew) {}

    private static Practice with(Practice p, Source source) {
        List<Source> sources = new ArrayList<>(p.sources());
        sources.add(source);
        return new Practice(
                p.id(),
                p.version() + 1,
                p.name(),
                p.phone(),
                p.settings(),
                p.people(),
                p.divisions(),
                sources,
                p.fields(),
                p.forms(),
                p.maps(),
                p.macros(),
                p.drips(),
                p.lossReasons(),
                p.connections());
    }
}
