package io.leadmap.local.delivery;

import io.leadmap.local.stack.PlatformThreads;
import io.leadmap.local.time.RunnerClock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Runs what is due: at the clock's own speed, or, when somebody moves the clock, everything that
 * becomes due in between, in order.
 */
public final class Timeline implements AutoCloseable {
    private static final Duration LONGEST_NAP = Duration.ofMillis(100);

    private final RunnerClock clock;
    private final Schedules schedules;
    private final AsynchronousEvents events;
    private final List<StreamPoller> pollers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Object moving = new Object();
    private volatile boolean ended;

    /** Nothing runs before {@link #start}. */
    public Timeline(
            RunnerClock clock,
            Schedules schedules,
            AsynchronousEvents events,
            List<StreamPoller> pollers) {
        this.clock = clock;
        this.schedules = schedules;
        this.events = events;
        this.pollers = List.copyOf(pollers);
    }

    /** Begins to hand on what streams carry; schedules wait for {@link #start}. */
    public void startStreams() {
        pollers.forEach(StreamPoller::start);
    }

    /** Begins to run what is due. */
    public void start() {
        Thread.ofPlatform().daemon().name("timeline").start(this::keepTime);
    }

    /** Looks at once whether something is due, and whether streams carry anything. */
    public void wake() {
        if (events.nextDue().isPresent()) {
            lock.lock();
            try {
                woken.signalAll();
            } finally {
                lock.unlock();
            }
        }
        pollers.forEach(StreamPoller::wake);
    }

    private void keepTime() {
        while (!ended) {
            schedules.fireDue();
            events.deliverDue();
            lock.lock();
            try {
                woken.awaitNanos(LONGEST_NAP.toNanos());
            } catch (InterruptedException e) {
                return;
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Moves the clock forward and runs everything that becomes due until then, each at its time, in
     * order; returns when it is done.
     *
     * @throws IllegalArgumentException when the time is past
     */
    public void moveTo(Instant target) {
        synchronized (moving) {
            if (target.isBefore(clock.instant())) {
                throw new IllegalArgumentException("the clock does not go back");
            }
            settle();
            for (Optional<Instant> next = nextDue();
                    next.isPresent() && !next.get().isAfter(target);
                    next = nextDue()) {
                clock.moveTo(next.get());
                settle();
            }
            clock.moveTo(target);
            settle();
        }
    }

    /**
     * Moves the clock forward at once, after what happened has had its effects. Of the times that
     * it is moved past, each schedule runs the latest, as after a machine was off, or none.
     *
     * @param latest whether the latest runs
     * @throws IllegalArgumentException when the time is past
     */
    public void leapTo(Instant target, boolean latest) {
        synchronized (moving) {
            if (target.isBefore(clock.instant())) {
                throw new IllegalArgumentException("the clock does not go back");
            }
            settle();
            schedules.pass(target, latest);
            clock.moveTo(target);
            if (latest) {
                settle();
            }
        }
    }

    /** Runs what is due now, and what follows from it, until all is quiet. */
    public void settle() {
        boolean busy = !ended;
        while (busy) {
            busy = schedules.fireDue();
            busy |= events.deliverDue();
            busy |= events.awaitInFlight();
            busy |= drainStreams();
        }
    }

    /**
     * All at once, as they are read anyway; whether any carried something. Most ticks write
     * nothing: what is quiet costs neither a thread nor a read.
     */
    private boolean drainStreams() {
        List<StreamPoller> carrying = pollers.stream().filter(poller -> !poller.isQuiet()).toList();
        if (carrying.isEmpty()) {
            return false;
        }
        try (ExecutorService readers = PlatformThreads.executor("drain")) {
            List<Future<Boolean>> drained =
                    carrying.stream().map(poller -> readers.submit(poller::drain)).toList();
            boolean any = false;
            for (Future<Boolean> poller : drained) {
                any |= poller.get();
            }
            return any;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a stream cannot be read", e.getCause());
        }
    }

    /** When something is due next. */
    public Optional<Instant> nextDue() {
        return Stream.of(schedules.nextDue(), events.nextDue())
                .flatMap(Optional::stream)
                .min(java.util.Comparator.naturalOrder());
    }

    @Override
    public void close() {
        ended = true;
        pollers.forEach(StreamPoller::close);
        wake();
    }
}
