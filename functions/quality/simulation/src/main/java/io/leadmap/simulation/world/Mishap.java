package io.leadmap.simulation.world;

/** What can happen to a function at one of its calls to what is outside. */
public enum Mishap {
    /** The service takes no call for now; nothing is done. */
    THROTTLED("is throttled"),
    /** Somebody else writes the same; nothing is done. */
    CONFLICT("collides with another writer"),
    /** The call is done, its answer lost, and the client repeats it. */
    REPEATED("loses the answer and repeats the call"),
    /** The call is done, and no answer comes, however often it is repeated. */
    ANSWER_LOST("never gets the answer"),
    /** The process ends before the call. */
    KILLED_BEFORE("is killed before the call"),
    /** The process ends after the call. */
    KILLED_AFTER("is killed after the call"),
    /** Something else happens from beginning to end before the call. */
    MEANWHILE("waits while something else happens");

    private final String words;

    Mishap(String words) {
        this.words = words;
    }

    /** What the function does then, for a story. */
    public String words() {
        return words;
    }
}
