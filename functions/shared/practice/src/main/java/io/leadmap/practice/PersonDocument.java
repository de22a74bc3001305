package io.leadmap.practice;

import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.domain.practice.Role;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.json.StrictView;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** People, as colleagues may see them. */
final class PersonDocument extends ListedDocument<Person> {

    /** As OpenID Connect has it (Core 1.0, section 2). */
    private static final Pattern SUBJECT = Pattern.compile("[!-~]|[!-~][ -~]{0,253}[!-~]");

    PersonDocument() {
        super("people", Practice::people, PracticeEdit::people, Person::id);
    }

    @Override
    Person read(StrictView f) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : f.texts("roles")) {
            switch (name) {
                case "agent" -> roles.add(Role.AGENT);
                case "provider" -> roles.add(Role.PROVIDER);
                case "administrator" -> roles.add(Role.ADMINISTRATOR);
                default -> f.invalid("roles", "agent, provider and administrator are the roles");
            }
        }
        String name = f.requiredText("name");
        return new Person(
                Ids.read(f),
                name,
                Addresses.bare(f, "email"),
                f.text("alias", name),
                f.text("signature", ""),
                roles,
                f.flag("active", true),
                f.number("activeSince", 0, 0, Integer.MAX_VALUE),
                subject(f));
    }

    private static @Nullable String subject(StrictView f) {
        String subject = f.text("subject");
        if (subject != null && !SUBJECT.matcher(subject).matches()) {
            f.invalid(
                    "subject",
                    "the token's sub is needed: 255 characters of ASCII at most, no space at"
                            + " either end");
        }
        return subject;
    }

    @Override
    JsonObject write(Person p) {
        return Json.object()
                .put("id", p.id())
                .put("name", p.name())
                .put("email", p.email())
                .put("alias", p.alias())
                .put("signature", p.signature())
                .putTexts("roles", p.roles().stream().sorted().map(Names::camel).toList())
                .put("active", p.active())
                .put("activeSince", p.activeSince());
    }

    /** Whom tokens speak for is the administrators' affair. */
    @Override
    JsonObject keep(Person p) {
        return write(p).putIfPresent("subject", p.subject());
    }

    @Override
    void check(Practice practice, Person person, String at, Faults faults) {
        String subject = person.subject();
        if (subject != null
                && !practice.personOfSubject(subject)
                        .map(Person::id)
                        .equals(Optional.of(person.id()))) {
            faults.add(at + ".subject", "somebody else has this one");
        }
    }

    /**
     * People remember since when they have been there without a break, and the subject that was
     * entered, unless somebody else is given it.
     */
    @Override
    List<Person> succeed(List<Person> stored, List<Person> wanted, long version) {
        Set<String> given =
                wanted.stream()
                        .map(Person::subject)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return wanted.stream()
                .map(person -> {
                    Person next = person.after(find(stored, person.id()).orElse(null), version);
                    return person.subject() == null && given.contains(next.subject())
                            ? next.withSubject(null)
                            : next;
                })
                .toList();
    }
}
