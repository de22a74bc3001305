package io.leadmap.simulation.world;

/**
 * A fault at a call of one invocation.
 *
 * @param aim which calls count
 * @param call from 1; an invocation that makes fewer calls is not struck
 * @param times how many calls it lasts for
 * @param meanwhile what else happens; nothing, but for {@link Mishap#MEANWHILE}
 */
public record Strike(Aim aim, int call, int times, Mishap fault, Runnable meanwhile) {

    /** Which of a function's calls count. */
    public enum Aim {
        ANY("call"),
        /** What changes a table. */
        WRITE("write"),
        /** The handing over of a mail. */
        HANDOVER("hand-over");

        private final String word;

        Aim(String word) {
            this.word = word;
        }

        /** What it counts. */
        public String word() {
            return word;
        }

        boolean counts(Aim call) {
            return this == ANY || this == call;
        }
    }

    boolean isAt(int number) {
        return number >= call && number < call + times;
    }
}
