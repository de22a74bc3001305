package io.leadmap.lambda;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;

import java.util.Set;

/**
 * The person of the practice who calls.
 *
 * @param roles what both the token's claims and the practice's configuration allow
 */
public record Caller(Practice practice, Person person, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public PracticeId practiceId() {
        return practice.id();
    }

    public Actor actor() {
        return Actor.person(person.id(), person.name(), roles);
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "Caller[" + practice.id() + ", " + person.id() + ", " + roles + "]";
    }
}
