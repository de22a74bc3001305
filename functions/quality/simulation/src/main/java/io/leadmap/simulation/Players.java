package io.leadmap.simulation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * Plays seed after seed, one for each processor at a time, on threads of their own: Micronaut hands
 * work to the common pool whenever beans are made. Behind stories that fill that pool it would
 * never be done, and keep each of their worlds.
 */
final class Players {

    private final AtomicLong next;
    private final LongPredicate goesOn;
    private final LongFunction<Optional<SimulatedStory>> play;
    private final AtomicReference<@Nullable SimulatedStory> bad = new AtomicReference<>();

    /**
     * @param first the first seed
     * @param goesOn tells whether a seed is to be played; asked before each
     * @param play the story of a seed, if it ends badly
     */
    Players(long first, LongPredicate goesOn, LongFunction<Optional<SimulatedStory>> play) {
        next = new AtomicLong(first);
        this.goesOn = goesOn;
        this.play = play;
    }

    /** The bad story of the lowest seed that was played; after one no other seed is begun. */
    Optional<SimulatedStory> firstBad() {
        int players = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(players)) {
            List<Future<?>> playing = new ArrayList<>();
            for (int player = 0; player < players; player++) {
                playing.add(threads.submit(this::playOn));
            }
            for (Future<?> one : playing) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a story could not be played", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return Optional.ofNullable(bad.get());
    }

    /** Whatever is taken is played, so that no lower seed is passed over. */
    private void playOn() {
        while (bad.get() == null) {
            long seed = next.getAndIncrement();
            if (!goesOn.test(seed)) {
                return;
            }
            play.apply(seed).ifPresent(found -> bad.accumulateAndGet(found, Players::lower));
        }
    }

    private static @Nullable SimulatedStory lower(
            @Nullable SimulatedStory one, @Nullable SimulatedStory other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.seed() < other.seed() ? one : other;
    }
}
