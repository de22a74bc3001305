package io.leadmap.practice;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.json.JsonObject;
import io.leadmap.json.StrictView;
import io.leadmap.ports.PhoneNumbers;

import java.util.Optional;

/**
 * One kind of what a practice configures ({@code GET /practice/...} of the API contract): where it
 * stands in a configuration, how it is read, written and checked, and what becomes of it in the
 * next version. Everything that goes through the kinds goes through {@link Documents}.
 */
public abstract sealed class Document permits SettingsDocument, ListedDocument {

    private final String name;

    Document(String name) {
        this.name = name;
    }

    /** What the API and the whole configuration call it. */
    public final String name() {
        return name;
    }

    /** Reads it strictly from a whole configuration; what is wrong is collected there. */
    abstract void read(StrictView configuration, PracticeEdit into);

    /** Writes it into a whole configuration as it is kept, secrets included. */
    abstract void keep(Practice practice, JsonObject configuration);

    /** What must hold within it, and between it and all others; asked of every version. */
    abstract void check(Practice practice, Faults faults);

    /**
     * What must hold when it comes in and is never asked again: what is judged by something that
     * changes, such as numbering plans.
     */
    void checkIncoming(Practice wanted, PhoneNumbers phones, Faults faults) {}

    /** What must hold between it and the version before. */
    void checkSuccession(Practice wanted, Practice stored, Faults faults) {}

    /**
     * What becomes of it: some things stay or are remembered, whatever the next version names.
     *
     * @param wanted the next version as somebody wants it
     * @param stored empty before the first version
     */
    void succeed(Optional<Practice> stored, Practice wanted, PracticeEdit next) {}
}
