package io.leadmap.domain.decide;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.text.Prose;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something for a person to do; not part of the history (domain section 5).
 *
 * @param id deterministic where a decision asks, so that the same decision never asks twice
 * @param lead what it is about; null for no lead
 * @param assignee a person's id; null for anybody
 * @param text what to do, without patient data
 * @param at when it is due
 * @param author the id of the person who asked; null if a decision did
 * @param version from 1, growing with every change
 */
public record ToDo(
        String id,
        @Nullable LeadId lead,
        @Nullable String assignee,
        String text,
        Instant at,
        @Nullable String author,
        long version,
        State state) {

    /** How many characters a text has at most. */
    public static final int LONGEST = 1000;

    public ToDo {
        text = Prose.of(text);
    }

    /** Something that a decision asks for. */
    public ToDo(
            String id, @Nullable LeadId lead, @Nullable String assignee, String text, Instant at) {
        this(id, lead, assignee, text, at, null, 1, State.OPEN);
    }

    /** Whether it is still to be done. */
    public enum State {
        OPEN,
        DONE,
        /** Somebody took it back. */
        WITHDRAWN
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** The same under another id. */
    public ToDo named(String other) {
        return new ToDo(other, lead, assignee, text, at, author, version, state);
    }

    /** The same with other contents, as its next version; itself if they are not other. */
    public ToDo changed(@Nullable String assignee, String text, Instant at) {
        ToDo same = new ToDo(id, lead, assignee, text, at, author, version, state);
        return same.equals(this)
                ? this
                : new ToDo(id, lead, assignee, text, at, author, version + 1, state);
    }

    /** The same, which is not open any more, as its next version. */
    public ToDo closed(State as) {
        return next(as);
    }

    /** The same, which is to be done after all, as its next version. */
    public ToDo reopened() {
        return next(State.OPEN);
    }

    private ToDo next(State as) {
        return new ToDo(id, lead, assignee, text, at, author, version + 1, as);
    }

    /**
     * Which to-do, and on whose desk it lies.
     *
     * @param assignee whom it was asked of; null for anybody
     */
    public record Asked(String id, @Nullable String assignee) {}
}
