package io.leadmap.domain.practice;

import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.Transfer;
import io.leadmap.domain.text.Line;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A practice's whole configuration as one value, as a decision needs it.
 *
 * @param version raised with every change of any document; entries of the history name it
 * @param phone shown to leads, may be empty
 */
public record Practice(
        PracticeId id,
        long version,
        String name,
        String phone,
        Settings settings,
        List<Person> people,
        List<Division> divisions,
        List<Source> sources,
        List<CustomField> fields,
        List<Form> forms,
        List<LeadMap> maps,
        List<Macro> macros,
        List<DripCampaign> drips,
        List<AddedLossReason> lossReasons,
        List<Connection> connections) {

    public Practice {
        name = Line.of(name);
        phone = Line.of(phone);
        people = List.copyOf(people);
        divisions = List.copyOf(divisions);
        sources = List.copyOf(sources);
        fields = List.copyOf(fields);
        forms = List.copyOf(forms);
        maps = List.copyOf(maps);
        macros = List.copyOf(macros);
        drips = List.copyOf(drips);
        lossReasons = List.copyOf(lossReasons);
        connections = List.copyOf(connections);
    }

    /** Begins a configuration that differs from this one. */
    public PracticeEdit edit() {
        return new PracticeEdit(this);
    }

    public Optional<Person> person(@Nullable String personId) {
        return find(people, Person::id, personId);
    }

    /** The person whose subject somebody has entered (API contract, Authorization). */
    public Optional<Person> personOfSubject(String subject) {
        return people.stream().filter(person -> subject.equals(person.subject())).findFirst();
    }

    /** A person who is still with the practice. */
    public Optional<Person> activePerson(@Nullable String personId) {
        return person(personId).filter(Person::active);
    }

    /**
     * Who is shown as a lead's owner, null for nobody: a deactivated person's open leads show as
     * unassigned, closed ones keep the name (domain section 3).
     */
    public @Nullable String shownOwner(@Nullable String owner, Status status) {
        return status.isClosed() || activePerson(owner).isPresent() ? owner : null;
    }

    /**
     * A hand-over that still waits for its answer; empty for none. It ended for good when the
     * person who is asked was deactivated, though they may be active again (domain section 3).
     */
    public Optional<Transfer> pending(@Nullable Transfer transfer) {
        return Optional.ofNullable(transfer)
                .filter(asked ->
                        activePerson(asked.to())
                                .filter(person -> person.activeSince() <= asked.configuration())
                                .isPresent());
    }

    public Optional<Division> division(@Nullable String divisionId) {
        return find(divisions, Division::id, divisionId);
    }

    public Optional<Source> source(@Nullable String sourceId) {
        return find(sources, Source::id, sourceId);
    }

    public Optional<CustomField> field(@Nullable String key) {
        return find(fields, CustomField::key, key);
    }

    public Optional<Form> form(@Nullable String formId) {
        return find(forms, Form::id, formId);
    }

    /** A trigger where it hangs; only forms have triggers yet. */
    public Optional<Trigger> trigger(Trigger.Key key) {
        return switch (key.anchor().kind()) {
            case FORM ->
                    form(key.anchor().id()).stream()
                            .flatMap(f -> f.triggers().stream())
                            .filter(t -> t.id().equals(key.id()))
                            .findFirst();
            case MAP, TRACK, STEP, EVENT, AUTOMATION -> Optional.empty();
        };
    }

    public Optional<LeadMap> map(@Nullable String mapId) {
        return find(maps, LeadMap::id, mapId);
    }

    public Optional<Macro> macro(@Nullable String macroId) {
        return find(macros, Macro::id, macroId);
    }

    public Optional<DripCampaign> drip(@Nullable String campaignId) {
        return find(drips, DripCampaign::id, campaignId);
    }

    public Optional<Connection> connection(@Nullable String connectionId) {
        return find(connections, Connection::id, connectionId);
    }

    /** The root of the tree of divisions; a lead that names none belongs to it. */
    public Division rootDivision() {
        return divisions.stream()
                .filter(d -> d.parent() == null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a practice has a root division"));
    }

    /** Tells whether {@code divisionId} is {@code ancestorId} or lies under it. */
    public boolean isInOrUnder(String divisionId, String ancestorId) {
        Optional<Division> at = division(divisionId);
        for (int depth = 0; at.isPresent() && depth <= divisions.size(); depth++) {
            if (at.get().id().equals(ancestorId)) {
                return true;
            }
            at = division(at.get().parent());
        }
        return false;
    }

    private static <T> Optional<T> find(
            List<T> in, Function<T, String> id, @Nullable String wanted) {
        return in.stream().filter(t -> id.apply(t).equals(wanted)).findFirst();
    }
}
