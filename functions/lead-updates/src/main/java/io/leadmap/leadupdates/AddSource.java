package io.leadmap.leadupdates;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Source;
import io.leadmap.domain.text.Words;
import io.leadmap.leads.RepeatableCalls;
import io.leadmap.leads.WriteRequest;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.FirstAnswers;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Practices;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a lead source on the spot (domain section 2); a name that is there already gives the source
 * that has it.
 */
public final class AddSource {

    private final Practices practices;
    private final RepeatableCalls calls;
    private final IdSource ids;
    private final Attempts attempts;

    public AddSource(
            Practices practices,
            FirstAnswers answers,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        this.practices = practices;
        this.calls = new RepeatableCalls(answers, clock);
        this.ids = ids;
        this.attempts = new Attempts(backoff);
    }

    /**
     * Adds a source for a caller, whose key gets the first answer again.
     *
     * @param name not blank, one line
     */
    public Outcome add(WriteRequest request, String name) {
        Optional<FirstAnswer> first = calls.answered(request);
        if (first.isPresent()) {
            return again(request, first.get());
        }
        Added added = add(request.practice().id(), name);
        int status = added.isNew() ? 201 : 200;
        return calls.remember(request, status, null, added.source().id())
                .map(before -> again(request, before))
                .orElseGet(() -> new Outcome.Done(status, added.source()));
    }

    /** What a caller is answered. */
    public sealed interface Outcome {

        /**
         * There is a source of this name.
         *
         * @param status 201 for a source that came into being, 200 for one that was there
         */
        record Done(int status, Source source) implements Outcome {}

        /** The idempotency key came before with another body. */
        record KeyReused() implements Outcome {}
    }

    /**
     * The source with this name and a configuration that has it.
     *
     * @param name not blank, one line
     */
    public Added add(PracticeId id, String name) {
        return attempts.until(() -> {
            Practice practice =
                    practices
                            .find(id)
                            .orElseThrow(() -> new IllegalStateException("no practice " + id));
            Optional<Source> known = find(practice, name);
            if (known.isPresent()) {
                return Optional.of(new Added(practice, known.get(), false));
            }
            Source source = new Source(ids.next(), name);
            Practice extended = with(practice, source);
            return practices.store(extended, practice.version())
                    ? Optional.of(new Added(extended, source, true))
                    : Optional.empty();
        });
    }

    /** The source of this name, compared as text is. */
    public static Optional<Source> find(Practice practice, String name) {
        return practice.sources().stream()
                .filter(source -> Words.same(source.name(), name))
                .findFirst();
    }

    /**
     * A source, where it is now.
     *
     * @param practice the configuration with the source in it
     * @param isNew false if the name was there already
     */
    public record Added(Practice practice, Source source, boolean isNew) {}

    private Outcome again(WriteRequest request, FirstAnswer first) {
        if (request.repeatable().filter(key -> key.isAnsweredBy(first)).isEmpty()) {
            return new Outcome.KeyReused();
        }
        Source source =
                practices
                        .find(request.practice().id())
                        .flatMap(practice -> practice.source(first.reference()))
                        .orElseThrow(() -> new IllegalStateException("sources never go away"));
        return new Outcome.Done(first.status(), source);
    }

    private static Practice with(Practice practice, Source source) {
        List<Source> sources = new ArrayList<>(practice.sources());
        sources.add(source);
        return practice.edit().version(practice.version() + 1).sources(sources).done();
    }
}
