package io.leadmap.domain.practice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which subjects the people of a practice signed in as for the first time, where nobody had entered
 * one (API contract, Authorization). A person is bound once and to one subject, and a subject to
 * one person; whoever knows better enters a subject, which counts before any binding.
 *
 * @param revision how often they have been stored; 0 where nobody is bound
 * @param byPerson by the person's id, also of those who have left
 */
public record Bindings(long revision, Map<String, Binding> byPerson) {

    /** Nobody is bound. */
    public static final Bindings NONE = new Bindings(0, Map.of());

    public Bindings {
        byPerson = Map.copyOf(byPerson);
    }

    /**
     * What a person is bound to.
     *
     * @param since the person's {@code activeSince} when they signed in: whoever left and came back
     *     under the same id may be somebody else, and has to show again that the email is theirs;
     *     with another subject it must be entered
     */
    public record Binding(String subject, long since) {

        /** Nothing of the subject. */
        @Override
        public String toString() {
            return "Binding[" + since + "]";
        }
    }

    /** What a person is bound to. */
    public Optional<Binding> of(String personId) {
        return Optional.ofNullable(byPerson.get(personId));
    }

    /** The id of the person who is bound to this subject. */
    public Optional<String> personOf(String subject) {
        return byPerson.entrySet().stream()
                .filter(bound -> bound.getValue().subject().equals(subject))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** These with one person bound so, to be stored as the next revision. */
    public Bindings with(String personId, Binding binding) {
        Map<String, Binding> more = new HashMap<>(byPerson);
        more.put(personId, binding);
        return new Bindings(revision, more);
    }
}
