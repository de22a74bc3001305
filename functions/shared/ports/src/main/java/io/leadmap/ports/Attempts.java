package io.leadmap.ports;

import io.leadmap.domain.mail.EmailId;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Decides, stores, and tries again if somebody else was faster, five times at most and with a pause
 * between (architecture decision 2). Whoever is tried again reads again what they decide on.
 */
public final class Attempts {

    private static final int MOST = 5;

    private final Backoff backoff;

    /**
     * @param backoff waits between two attempts
     */
    public Attempts(Backoff backoff) {
        this.backoff = backoff;
    }

    /**
     * Tries until there is an answer.
     *
     * @param attempt empty if somebody else was faster
     * @throws Unavailable if somebody else always is
     */
    public <T> T until(Supplier<Optional<T>> attempt) {
        return numbered(number -> attempt.get());
    }

    /**
     * Decides and appends until the decision stands.
     *
     * @throws Unavailable if somebody else is always faster
     */
    public <T> T append(Leads leads, Function<Round, Attempt<T>> decide) {
        Set<EmailId> inFlight = new HashSet<>();
        return numbered(number ->
                switch (decide.apply(new Round(number, inFlight))) {
                    case Attempt.Over<T>(T answer) -> Optional.of(answer);
                    case Attempt.Again<T>() -> Optional.empty();
                    case Attempt.Store<T>(Append append, Function<Appended.Ended, T> answer) ->
                            switch (leads.append(append)) {
                                case Appended.Ended ended -> Optional.of(answer.apply(ended));
                                case Appended.Moved() -> Optional.empty();
                                case Appended.InFlight(Set<EmailId> mails) -> {
                                    inFlight.addAll(mails);
                                    yield Optional.empty();
                                }
                            };
                });
    }

    private <T> T numbered(IntFunction<Optional<T>> attempt) {
        for (int number = 1; ; number++) {
            Optional<T> answer = attempt.apply(number);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (number == MOST) {
                throw new Unavailable("somebody else was faster " + MOST + " times", null);
            }
            backoff.pause(number);
        }
    }

    /**
     * What one attempt knows of those before it.
     *
     * @param number from 1
     * @param inFlight automatic mails that turned out to be claimed already, for {@link
     *     io.leadmap.domain.decide.Context}
     */
    public record Round(int number, Set<EmailId> inFlight) {
        public Round {
            inFlight = Set.copyOf(inFlight);
        }

        public boolean isFirst() {
            return number == 1;
        }
    }

    /** What one attempt comes to. */
    public sealed interface Attempt<T> {

        /** There is nothing to append. */
        record Over<T>(T answer) implements Attempt<T> {}

        /** Somebody else was faster, as was found out without appending. */
        record Again<T>() implements Attempt<T> {}

        /**
         * It was decided to append.
         *
         * @param answer to what the append ended with
         */
        record Store<T>(Append append, Function<Appended.Ended, T> answer) implements Attempt<T> {}
    }
}
