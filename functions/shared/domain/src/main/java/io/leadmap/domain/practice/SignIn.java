package io.leadmap.domain.practice;

import io.leadmap.domain.mail.EmailAddress;
import io.leadmap.domain.practice.Bindings.Binding;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * What a verified token says of whoever calls, and which person of the practice that is (API
 * contract, Authorization).
 *
 * @param subject the token's {@code sub}, as it is
 * @param verifiedEmail the address that the identity provider vouches for, null if it vouches for
 *     none
 */
public record SignIn(String subject, @Nullable String verifiedEmail) {

    /** Who it is. */
    public sealed interface Outcome {

        /** A person whom this subject is known of, active or not. */
        record Known(Person person) implements Outcome {}

        /**
         * A person who signs in for the first time.
         *
         * @param bindings to be stored before they are answered
         */
        record First(Person person, Bindings bindings) implements Outcome {}

        /** Nobody that we know; an administrator may enter the subject. */
        record Unknown() implements Outcome {}
    }

    /** Which person it is, by what was entered, by an earlier sign-in, or by the email. */
    public Outcome in(Practice practice, Bindings bindings) {
        return practice.personOfSubject(subject)
                .or(() -> bound(practice, bindings))
                .<Outcome>map(Outcome.Known::new)
                .or(() -> owner(practice).flatMap(person -> first(person, bindings)))
                .orElseGet(Outcome.Unknown::new);
    }

    private Optional<Person> bound(Practice practice, Bindings bindings) {
        return bindings.personOf(subject)
                .flatMap(practice::person)
                .filter(person -> person.subject() == null)
                .filter(person ->
                        bindings.of(person.id())
                                .filter(binding -> binding.since() == person.activeSince())
                                .isPresent());
    }

    /** The one active person whose email it is; empty if two share it. */
    private Optional<Person> owner(Practice practice) {
        if (verifiedEmail == null) {
            return Optional.empty();
        }
        String email = EmailAddress.normalised(verifiedEmail);
        List<Person> owners =
                practice.people().stream()
                        .filter(Person::active)
                        .filter(person -> EmailAddress.normalised(person.email()).equals(email))
                        .toList();
        return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }

    /** Nobody is bound to another subject, and no subject to another person, by itself. */
    private Optional<Outcome> first(Person person, Bindings bindings) {
        boolean free =
                person.subject() == null
                        && bindings.of(person.id())
                                .map(Binding::subject)
                                .orElse(subject)
                                .equals(subject)
                        && bindings.personOf(subject).orElse(person.id()).equals(person.id());
        return free
                ? Optional.of(
                        new Outcome.First(
                                person,
                                bindings.with(
                                        person.id(), new Binding(subject, person.activeSince()))))
                : Optional.empty();
    }

    /** Nothing of the subject and the email. */
    @Override
    public String toString() {
        return "SignIn[...]";
    }
}
