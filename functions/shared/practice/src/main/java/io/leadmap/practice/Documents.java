package io.leadmap.practice;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.ports.PhoneNumbers;

import java.util.List;
import java.util.Optional;

/** Every kind of what a practice configures. */
public final class Documents {

    /** In the order in which a configuration is written. */
    public static final List<Document> ALL =
            List.of(
                    new SettingsDocument(),
                    new PersonDocument(),
                    new DivisionDocument(),
                    new SourceDocument(),
                    new FieldDocument(),
                    new FormDocument(),
                    new MapDocument(),
                    new MacroDocument(),
                    new DripDocument(),
                    new LossReasonDocument(),
                    new ConnectionDocument());

    private Documents() {}

    /** The kind of this name; empty if there is none. */
    public static Optional<Document> find(String name) {
        return ALL.stream().filter(document -> document.name().equals(name)).findFirst();
    }

    /** What is wrong with a version that comes in, by what changes meanwhile: numbering plans. */
    public static List<FieldError> refused(Practice wanted, PhoneNumbers phones) {
        Faults faults = new Faults();
        faults.phone("phone", wanted.phone(), wanted, phones);
        ALL.forEach(kind -> kind.checkIncoming(wanted, phones, faults));
        return faults.all();
    }

    /** What a version may not change of the one before it. */
    public static List<FieldError> outdated(Practice wanted, Practice stored) {
        Faults faults = new Faults();
        ALL.forEach(kind -> kind.checkSuccession(wanted, stored, faults));
        return faults.all();
    }

    /**
     * The version that follows: as somebody wants it, with what stays or is remembered whatever it
     * names.
     *
     * @param stored the version before; empty for the first
     */
    public static Practice successor(Optional<Practice> stored, Practice wanted, long version) {
        PracticeEdit next = wanted.edit().version(version);
        Practice numbered = next.done();
        ALL.forEach(kind -> kind.succeed(stored, numbered, next));
        return next.done();
    }
}
