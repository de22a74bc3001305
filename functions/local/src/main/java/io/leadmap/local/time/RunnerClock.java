package io.leadmap.local.time;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.leadmap.local.data.DataFolder;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The time that functions, schedules and tokens live by: it runs at real speed from where it was
 * put, can be moved forward, and never goes back. How far it is from the real time is kept in the
 * data folder.
 */
public final class RunnerClock implements InstantSource {
    private static final String DOCUMENT = "clock";

    private final InstantSource real;
    private final DataFolder data;
    private volatile Duration ahead;

    /**
     * @param real the machine's time
     * @param data where the distance is kept
     * @param start the time to start at; null for the real one. A clock found in the data folder
     *     that is later goes on from there, for it never goes back
     */
    public RunnerClock(InstantSource real, DataFolder data, @Nullable Instant start) {
        this.real = real;
        this.data = data;
        Optional<Duration> kept =
                data.read(DOCUMENT).map(d -> Duration.parse(d.path("ahead").asText()));
        Duration asked = start == null ? null : Duration.between(real.instant(), start);
        this.ahead =
                kept.filter(k -> asked == null || k.compareTo(asked) >= 0)
                        .orElse(asked == null ? Duration.ZERO : asked);
        keep();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    /** Moves forward to a time; a time that is past changes nothing. */
    public synchronized void moveTo(Instant target) {
        Duration asked = Duration.between(real.instant(), target);
        if (asked.compareTo(ahead) > 0) {
            ahead = asked;
            keep();
        }
    }

    /** What the machine's time would have to be lifted by to be this clock's. */
    public Duration ahead() {
        return ahead;
    }

    private void keep() {
        data.write(DOCUMENT, JsonNodeFactory.instance.objectNode().put("ahead", ahead.toString()));
    }
}
