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
 */
public record Person(
        String id,
        String name,
        String email,
        String alias,
        String signature,
        Set<Role> roles,
        boolean active,
        long activeSince) {

    public Person {
        name = Line.of(name);
        email = Line.of(email);
        alias = Line.of(alias);
        signature = Prose.of(signature);
        roles = Set.copyOf(roles);
    }

    /** A person as a document names them, who remembers no earlier version. */
    public Person(
            String id,
            String name,
            String email,
            String alias,
            String signature,
            Set<Role> roles,
            boolean active) {
        this(id, name, email, alias, signature, roles, active, 0);
    }

    /**
     * The same person in a new version of the configuration.
     *
     * @param before the person in the version before, null if it had none of this id
     */
    public Person after(@Nullable Person before, long version) {
        long since = before != null && (before.active || !active) ? before.activeSince : version;
        return new Person(id, name, email, alias, signature, roles, active, since);
    }
}
