package io.leadmap.lambda;

import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.ports.Practices;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who calls: practice, person and roles from the claims that the HTTP API's authorizer
 * verified, narrowed, never widened, by the person's active flag and roles in the practice's
 * configuration.
 */
public final class Authorisation {

    private final Practices practices;

    public Authorisation(Practices practices) {
        this.practices = practices;
    }

    /**
     * The caller; empty if the claims name no person of a practice that we know. Without roles if
     * deactivated.
     */
    Optional<Caller> caller(Map<String, String> claims) {
        String practiceId = claims.getOrDefault("practice", "");
        if (!PracticeId.isValid(practiceId)) {
            return Optional.empty();
        }
        return practices
                .find(new PracticeId(practiceId))
                .flatMap(practice -> caller(practice, claims));
    }

    private static Optional<Caller> caller(Practice practice, Map<String, String> claims) {
        return practice.person(claims.getOrDefault("sub", ""))
                .map(person ->
                        new Caller(
                                practice, person, roles(person, claims.getOrDefault("roles", ""))));
    }

    private static Set<Role> roles(Person person, String claim) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        // API Gateway renders an array claim as [agent administrator].
        for (String name : claim.split("[\\[\\],\\s\"]+", -1)) {
            for (Role role : Role.values()) {
                if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
                    roles.add(role);
                }
            }
        }
        roles.retainAll(person.active() ? person.roles() : Set.of());
        return roles;
    }
}
