package io.leadmap.simulation.world;

/**
 * Something that must never be.
 *
 * @param words what was found, by the ids of this run
 */
public record Violation(Rule rule, String words) {

    /** What must hold in every world. */
    public enum Rule {
        FOLD("the fold of a history is the stored record, and the chain is valid"),
        ONCE("no mail is handed over twice"),
        TOLD("a mail was handed over, is uncertain, or its record says why not"),
        NEWS("a mail stands at the gravest news of it"),
        DUE("nothing that is due stays undone"),
        SUPPRESSED("nothing goes to an address that is suppressed"),
        WINDOW("no drip goes out while the sending window is closed"),
        COUNTS("the report counts what the leads say"),
        PUBLISHED("every entry of a history goes out on the bus"),
        ONE_PERSON("one person is one lead"),
        PRACTICES("no practice holds a trace of another"),
        REFUSED("a refused call changes nothing"),
        FAULT("nothing fails unless something strikes");

        private final String words;

        Rule(String words) {
            this.words = words;
        }

        /** The rule as a sentence. */
        public String words() {
            return words;
        }
    }

    @Override
    public String toString() {
        return rule.words() + ": " + words;
    }
}
