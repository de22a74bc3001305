package io.leadmap.domain.practice;

import io.leadmap.domain.text.Line;

import java.util.List;

/**
 * Something that happens by itself when its event happens (domain section 4). Here: a form was
 * received.
 *
 * @param id unique at its {@link Anchor}
 * @param name looked up for whoever reads a history
 */
public record Trigger(String id, String name, boolean active, List<Action> actions) {

    /**
     * How many mails all triggers of a form may send. A submission may bring as many again that
     * were held, and a notice; one command decides 25 at most (architecture decision 2).
     */
    public static final int MOST_MAILS = 12;

    public Trigger {
        name = Line.of(name);
        actions = List.copyOf(actions);
    }

    /**
     * What a trigger hangs on.
     *
     * @param id the form's, map's, track's, step's or automation's; an event's name
     */
    public record Anchor(Kind kind, String id) {

        /** The kinds of anchor (domain section 4). */
        public enum Kind {
            FORM,
            MAP,
            TRACK,
            STEP,
            EVENT,
            AUTOMATION
        }

        public static Anchor form(String formId) {
            return new Anchor(Kind.FORM, formId);
        }
    }

    /**
     * Which trigger of the practice it is, for as long as a history is kept; its name may change.
     *
     * @param id unique at its anchor
     */
    public record Key(Anchor anchor, String id) {}

    /** What a trigger does. */
    public sealed interface Action {

        /** Mails the lead; held while the lead is suspended. */
        record EmailLead(String macroId) implements Action {}

        /** Enrols the lead in a drip campaign; held while the lead is suspended. */
        record EnrolDrip(String campaignId) implements Action {}

        /** Tells the owner by mail; never held by INCOMPLETE (domain section 2). */
        record NotifyOwner() implements Action {}
    }
}
