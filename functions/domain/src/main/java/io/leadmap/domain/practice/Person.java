package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;
import io.leadmap.domain.text.Prose;

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
 */
public record Person(
        String id,
        String name,
        String email,
        String alias,
        String signature,
        Set<Role> roles,
        boolean active) {

    public Person {
        name = Line.of(name);
        email = Line.of(email);
        alias = Line.of(alias);
        signature = Prose.of(signature);
        roles = Set.copyOf(roles);
    }
}
