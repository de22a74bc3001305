package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;
import io.leadmap.domain.text.Prose;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * A person of the practice: works leads, receives notices, or configures.
 *
 * @param id unique in the practice
 * @param name as shown in the history
 * @param email where notices and copies go
 * @param alias the name that leads see in mail
 * @param signature plain text under hand-written mail, may be empty
 * @param roles what the person may do
 * @param active a deactivated person's open leads show as unassigned; reports keep the name
 * @param activeSince the version of the configuration since which the person has been active; what
 *     ended for good when the person left does not return with them (domain section 3, Transfer)
 * @param subject who the identity provider says that this is (a token's {@code sub}), compared as
 *     it is; unique in the practice; null if nobody has entered it
 */
public record Person(
        String id,
        String name,
        String email,
        String alias,
        String signature,
        Set<Role> roles,
        boolean active,
        long activeSince,
        @Nullable String subject) {

    public Person {
        name = Line.of(name);
        email = Line.of(email);
        alias = Line.of(alias);
        signature = Prose.of(signature);
        roles = Set.copyOf(roles);
    }

    /** A person who remembers no earlier version, and whose subject nobody has entered. */
    public Person(
            String id,
            String name,
            String email,
            String alias,
            String signature,
            Set<Role> roles,
            boolean active) {
        this(id, name, email, alias, signature, roles, active, 0, null);
    }

    /** The same person with this subject. */
    public Person withSubject(@Nullable String other) {
        return new Person(id, name, email, alias, signature, roles, active, activeSince, other);
    }

    /**
     * The same person in a new version of the configuration, which may leave out the subject that
     * is known.
     *
     * @param before the person in the version before, null if it had none of this id
     */
    public Person after(@Nullable Person before, long version) {
        long since = before != null && (before.active || !active) ? before.activeSince : version;
        String known = subject == null && before != null ? before.subject : subject;
        return new Person(id, name, email, alias, signature, roles, active, since, known);
    }
}
