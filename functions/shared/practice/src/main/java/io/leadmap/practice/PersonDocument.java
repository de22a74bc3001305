package io.leadmap.practice;

import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.domain.practice.Role;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.json.StrictView;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** People, as colleagues may see them. */
final class PersonDocument extends ListedDocument<Person> {

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
                f.number("activeSince", 0, 0, Integer.MAX_VALUE));
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

    /** People remember since when they have been there without a break. */
    @Override
    List<Person> succeed(List<Person> stored, List<Person> wanted, long version) {
        return wanted.stream()
                .map(person -> person.after(find(stored, person.id()).orElse(null), version))
                .toList();
    }
}
