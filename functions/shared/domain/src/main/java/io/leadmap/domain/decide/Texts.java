package io.leadmap.domain.decide;

/** Limits of free text, in characters. */
final class Texts {

    /** A comment on a move or a transfer, a call's note. */
    static final int COMMENT = 4_000;

    /** A note's HTML. */
    static final int NOTE = 20_000;

    /** A mail's HTML. */
    static final int MAIL = 100_000;

    /** A mail's subject. */
    static final int SUBJECT = 300;

    private Texts() {}

    static String tooLong(int limit) {
        return "Shorten this to " + limit + " characters.";
    }
}
