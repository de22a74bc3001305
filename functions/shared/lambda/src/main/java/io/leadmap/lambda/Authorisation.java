package io.leadmap.lambda;

import io.leadmap.domain.practice.Bindings;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.SignIn;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SignIns;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who calls: practice, person and roles from the claims that the HTTP API's authorizer
 * verified, narrowed, never widened, by the person's active flag and roles in the practice's
 * configuration (API contract, Authorization).
 */
public final class Authorisation {

    private final ClaimNames names;
    private final Practices practices;
    private final SignIns signIns;
    private final Attempts attempts;

    /**
     * @param backoff waits where two people sign in for the first time at once
     */
    public Authorisation(ClaimNames names, Practices practices, SignIns signIns, Backoff backoff) {
        this.names = names;
        this.practices = practices;
        this.signIns = signIns;
        this.attempts = new Attempts(backoff);
    }

    /** What the claims come to. */
    sealed interface Outcome {

        /** A person of the practice; without roles if deactivated. */
        record Known(Caller caller) implements Outcome {}

        /** A good token that names a practice, of somebody whom the practice does not know. */
        record Stranger(String subject) implements Outcome {}

        /** Claims that name no practice that we know, or nobody. */
        record Nobody() implements Outcome {}
    }

    /**
     * Who calls. Whoever signs in for the first time is known from then on.
     *
     * @throws io.leadmap.ports.Unavailable if too many do at the same time
     */
    Outcome caller(Map<String, String> claims) {
        String practiceId = alone(claims.getOrDefault(names.practice(), ""));
        String subject = claims.getOrDefault("sub", "");
        if (!PracticeId.isValid(practiceId) || subject.isBlank()) {
            return new Outcome.Nobody();
        }
        SignIn signIn = new SignIn(subject, verifiedEmail(claims));
        return practices
                .find(new PracticeId(practiceId))
                .map(practice -> caller(practice, signIn, claims.get(names.roles())))
                .orElseGet(Outcome.Nobody::new);
    }

    /** What a list of one holds: some providers send every custom claim as a list. */
    private static String alone(String claim) {
        return claim.startsWith("[") && claim.endsWith("]")
                ? claim.substring(1, claim.length() - 1)
                : claim;
    }

    /** A claim may come as the boolean that it is, or as its text. */
    private static @Nullable String verifiedEmail(Map<String, String> claims) {
        return "true".equals(claims.get("email_verified")) ? claims.get("email") : null;
    }

    private Outcome caller(Practice practice, SignIn signIn, @Nullable String roles) {
        return practice.personOfSubject(signIn.subject())
                .or(() -> attempts.until(() -> attempt(practice, signIn)))
                .<Outcome>map(person ->
                        new Outcome.Known(new Caller(practice, person, roles(person, roles))))
                .orElseGet(() -> new Outcome.Stranger(signIn.subject()));
    }

    /** The person, if any; empty if somebody else was bound meanwhile. */
    private Optional<Optional<Person>> attempt(Practice practice, SignIn signIn) {
        Bindings known = signIns.of(practice.id());
        return switch (signIn.in(practice, known)) {
            case SignIn.Outcome.Known(Person person) -> Optional.of(Optional.of(person));
            case SignIn.Outcome.First(Person person, Bindings bindings) ->
                    signIns.store(practice.id(), bindings)
                            ? Optional.of(Optional.of(person))
                            : Optional.empty();
            case SignIn.Outcome.Unknown() -> Optional.of(Optional.empty());
        };
    }

    /**
     * What the configuration gives and the claim, if there is one, allows. Its values are compared
     * with the names of the roles; a claim that names none of them allows nothing.
     */
    private static Set<Role> roles(Person person, @Nullable String claim) {
        if (!person.active()) {
            return Set.of();
        }
        if (claim == null) {
            return person.roles();
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        // API Gateway renders an array claim as [agent administrator].
        for (String name : claim.split("[\\[\\],\\s\"]+", -1)) {
            for (Role role : Role.values()) {
                if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
                    roles.add(role);
                }
            }
        }
        roles.retainAll(person.roles());
        return roles;
    }
}
