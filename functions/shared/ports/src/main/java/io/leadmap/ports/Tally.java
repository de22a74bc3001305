package io.leadmap.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run does of what is due, one thing after the other. A thing that cannot be done holds up
 * no other and gets a second turn when all had their first. What is left twice in a row fails the
 * run, so that it calls a person: work that stays due can go by without a word for ever.
 */
public final class Tally {

    private static final String LEFT = "left";

    private final Deadline deadline;
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private final List<Turn> left = new ArrayList<>();

    public Tally(Deadline deadline) {
        this.deadline = deadline;
        counts.put(LEFT, 0L);
    }

    /** A thing to do; tells whether there was anything to do. */
    @FunctionalInterface
    public interface Work {
        boolean done();
    }

    private record Turn(String kind, String item, Work work) {}

    /** Tells whether there is time for another thing. */
    public boolean hasTime() {
        return !deadline.isNear();
    }

    /** Counts something. */
    public void count(String kind, long more) {
        counts.merge(kind, more, Long::sum);
    }

    /**
     * Does a thing, or leaves it for a second turn. Where there is no time it is left for the next
     * run.
     *
     * @param kind the name under which it is counted
     * @param item the ids of what it is about
     */
    public void attempt(String kind, String item, Work work) {
        count(kind, 0);
        if (!hasTime()) {
            count(LEFT, 1);
            return;
        }
        try {
            count(kind, work.done() ? 1 : 0);
        } catch (RuntimeException e) {
            left.add(new Turn(kind, item, work));
        }
    }

    /**
     * Gives what was left its second turn.
     *
     * @return how much of each kind was done, and how much is left for want of time ({@code left})
     * @throws LeftTwice if something could not be done in either turn
     */
    public SortedMap<String, Long> finish() {
        List<String> twice = new ArrayList<>();
        List<RuntimeException> faults = new ArrayList<>();
        for (Turn turn : left) {
            try {
                if (hasTime()) {
                    count(turn.kind(), turn.work().done() ? 1 : 0);
                } else {
                    count(LEFT, 1);
                }
            } catch (RuntimeException e) {
                count(LEFT, 1);
                twice.add(turn.kind() + " " + turn.item());
                faults.add(e);
            }
        }
        if (!twice.isEmpty()) {
            throw new LeftTwice(twice, counts, faults.getFirst());
        }
        return counts;
    }
}
