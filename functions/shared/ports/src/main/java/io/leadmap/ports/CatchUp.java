package io.leadmap.ports;

import io.leadmap.ports.Progress.Behind;
import io.leadmap.ports.Progress.Consumer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Finds the leads with whom the consumer of a stream is behind, for a schedule of that consumer's
 * own: a stream forgets after 24 hours, and what fails there long enough is given up (architecture
 * decision 12).
 */
public final class CatchUp {

    /** How long a stream may take before it is believed to have forgotten something. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How often each schedule runs. */
    private static final Duration EVERY = Duration.ofHours(1);

    /**
     * Each run walks one part of all leads, so each lead twice within the day a stream remembers.
     */
    private static final int PARTS = 12;

    private final Progress progress;
    private final Consumer consumer;
    private final InstantSource clock;

    public CatchUp(Progress progress, Consumer consumer, InstantSource clock) {
        this.progress = progress;
        this.consumer = consumer;
        this.clock = clock;
    }

    /** What the consumer does with a lead; it notes its progress itself. */
    @FunctionalInterface
    public interface Step {

        /** Tells whether there was anything to do. */
        boolean done(Behind lead);
    }

    /**
     * Takes each lead of this hour's part with whom the consumer is behind, as far as the time
     * allows. What cannot be done now is left for a second turn and holds up nothing else.
     *
     * @param kind the name under which it is counted
     */
    public void run(Tally tally, String kind, Step step) {
        tally.count(kind, 0);
        Instant now = clock.instant();
        int part = (int) (now.getEpochSecond() / EVERY.toSeconds() % PARTS);
        @Nullable String cursor = null;
        do {
            if (!tally.hasTime()) {
                return;
            }
            Progress.Page page =
                    progress.behind(consumer, part, PARTS, now.minus(PATIENCE), cursor);
            for (Behind lead : page.behind()) {
                tally.attempt(kind, lead.practice() + "/" + lead.lead(), () -> step.done(lead));
            }
            cursor = page.next();
        } while (cursor != null);
    }
}
