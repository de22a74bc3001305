package io.leadmap.demonstration;

import java.util.Locale;

/**
 * One thing that happens to a lead.
 *
 * @param words what follows the verb: a note, an id, a time; empty for nothing
 */
record Act(Verb verb, String words) {

    /** What can happen, and who does it. */
    enum Verb {
        /** The person asks: by a form, by ringing the practice, or by booking online. */
        ASK(By.LEAD),
        /** The person fills the form again, with a phone number this time. */
        AGAIN(By.LEAD),
        /** The person's mail server refuses the welcome mail. */
        BOUNCE(By.LEAD),
        /** The person unsubscribes by the link in a mail of a drip. */
        UNSUBSCRIBE(By.LEAD),
        /** Nothing, for as long as the words say: {@code 3d}, {@code 5h}. */
        WAIT(By.NOBODY),
        REACHED(By.AGENT),
        NOANSWER(By.AGENT),
        VOICEMAIL(By.AGENT),
        WRONG(By.AGENT),
        NOTE(By.AGENT),
        /** The Lead Sheet's last comment. */
        COMMENT(By.AGENT),
        /** A hand-written mail that begins with a macro. */
        MAIL(By.AGENT),
        STEPS(By.AGENT),
        SOURCE(By.AGENT),
        EMAIL(By.AGENT),
        /** Asks a colleague to take the lead over, whose answer is one of the next two. */
        ASKS(By.AGENT),
        ACCEPT(By.AGENT),
        DECLINE(By.AGENT),
        LOST(By.AGENT),
        INVALID(By.AGENT),
        /** A suspected lead is none. */
        SPAM(By.AGENT),
        /** An appointment so many days later, at a time of day. */
        BOOK(By.PMS),
        MOVE(By.PMS),
        CANCEL(By.PMS),
        /** The patient comes and is invoiced so much. */
        KEEP(By.PMS),
        /** The patient comes and nothing is invoiced. */
        SEEN(By.PMS),
        MISS(By.PMS);

        private final By by;

        Verb(By by) {
            this.by = by;
        }

        By by() {
            return by;
        }

        boolean isCall() {
            return switch (this) {
                case REACHED, NOANSWER, VOICEMAIL, WRONG -> true;
                default -> false;
            };
        }
    }

    /** Who does it. */
    enum By {
        LEAD,
        AGENT,
        PMS,
        NOBODY
    }

    static final Act ASK = new Act(Verb.ASK, "");

    /** Reads {@code verb words}. */
    static Act read(String text) {
        String[] parts = text.strip().split(" ", 2);
        String verb = parts[0].equals("ask") ? "asks" : parts[0];
        return new Act(
                Verb.valueOf(verb.toUpperCase(Locale.ROOT)),
                parts.length == 1 ? "" : parts[1].strip());
    }

    /** The words' first. */
    String first() {
        return words.split(" ", 2)[0];
    }

    /** The words after the first. */
    String rest() {
        int space = words.indexOf(' ');
        return space < 0 ? "" : words.substring(space + 1);
    }
}
