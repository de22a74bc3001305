package io.leadmap.domain.practice;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A configuration while it is put together or changed; what nobody changes stays. */
public final class PracticeEdit {

    private final PracticeId id;
    private long version;
    private String name = "";
    private String phone = "";
    private @Nullable Settings settings;
    private List<Person> people = List.of();
    private List<Division> divisions = List.of();
    private List<Source> sources = List.of();
    private List<CustomField> fields = List.of();
    private List<Form> forms = List.of();
    private List<LeadMap> maps = List.of();
    private List<Macro> macros = List.of();
    private List<DripCampaign> drips = List.of();
    private List<AddedLossReason> lossReasons = List.of();
    private List<Connection> connections = List.of();

    /** Begins a configuration that has nothing yet; it needs settings. */
    public PracticeEdit(PracticeId id, long version) {
        this.id = id;
        this.version = version;
    }

    PracticeEdit(Practice practice) {
        this(practice.id(), practice.version());
        name = practice.name();
        phone = practice.phone();
        settings = practice.settings();
        people = practice.people();
        divisions = practice.divisions();
        sources = practice.sources();
        fields = practice.fields();
        forms = practice.forms();
        maps = practice.maps();
        macros = practice.macros();
        drips = practice.drips();
        lossReasons = practice.lossReasons();
        connections = practice.connections();
    }

    /** The configuration as it was put together. */
    public Practice done() {
        if (settings == null) {
            throw new IllegalStateException("a practice has settings");
        }
        return new Practice(
                id,
                version,
                name,
                phone,
                settings,
                people,
                divisions,
                sources,
                fields,
                forms,
                maps,
                macros,
                drips,
                lossReasons,
                connections);
    }

    public PracticeEdit version(long other) {
        version = other;
        return this;
    }

    public PracticeEdit name(String other) {
        name = other;
        return this;
    }

    public PracticeEdit phone(String other) {
        phone = other;
        return this;
    }

    public PracticeEdit settings(Settings other) {
        settings = other;
        return this;
    }

    public PracticeEdit people(List<Person> others) {
        people = others;
        return this;
    }

    public PracticeEdit divisions(List<Division> others) {
        divisions = others;
        return this;
    }

    public PracticeEdit sources(List<Source> others) {
        sources = others;
        return this;
    }

    public PracticeEdit fields(List<CustomField> others) {
        fields = others;
        return this;
    }

    public PracticeEdit forms(List<Form> others) {
        forms = others;
        return this;
    }

    public PracticeEdit maps(List<LeadMap> others) {
        maps = others;
        return this;
    }

    public PracticeEdit macros(List<Macro> others) {
        macros = others;
        return this;
    }

    public PracticeEdit drips(List<DripCampaign> others) {
        drips = others;
        return this;
    }

    public PracticeEdit lossReasons(List<AddedLossReason> others) {
        lossReasons = others;
        return this;
    }

    public PracticeEdit connections(List<Connection> others) {
        connections = others;
        return this;
    }
}
