package io.leadmap.simulation.world;

import io.leadmap.ports.Unavailable;
import io.leadmap.simulation.tables.TableCalls;
import io.leadmap.simulation.world.Strike.Aim;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Counts what a function calls outside and lets faults strike there. What happens meanwhile has
 * calls of its own.
 */
public final class Strikes implements TableCalls {

    private final List<String> struck = new ArrayList<>();
    private @Nullable Frame frame;

    private static final class Frame {
        private final @Nullable Strike strike;
        private int calls;

        Frame(@Nullable Strike strike) {
            this.strike = strike;
        }
    }

    /** Does something, an invocation, that this strike is for. */
    <T> T during(@Nullable Strike strike, Supplier<T> invocation) {
        Frame before = frame;
        frame = new Frame(strike);
        try {
            return invocation.get();
        } finally {
            frame = before;
        }
    }

    /** What was struck since it was last asked, in words. */
    public List<String> struck() {
        List<String> words = List.copyOf(struck);
        struck.clear();
        return words;
    }

    /** The strike at this call, if there is one. */
    private @Nullable Strike next(Aim kind, String what) {
        Frame now = frame;
        if (now == null
                || now.strike == null
                || !now.strike.aim().counts(kind)
                || !now.strike.isAt(++now.calls)) {
            return null;
        }
        struck.add(now.strike.fault().words() + " (call " + now.calls + ": " + what + ")");
        return now.strike;
    }

    @Override
    public <T> T read(String what, Supplier<T> call) {
        return struck(next(Aim.ANY, what), call, Strikes::throttled, Strikes::throttled);
    }

    @Override
    public <T> T write(String what, Supplier<T> call) {
        return struck(next(Aim.WRITE, what), call, Strikes::throttled, Strikes::conflict);
    }

    @Override
    public <T> T transaction(String what, Supplier<T> call) {
        return struck(next(Aim.WRITE, what), call, Strikes::throttled, Strikes::cancelled);
    }

    /** A call of a port that is not on tables, which has one fault for what passes. */
    <T> T port(String what, Supplier<T> call) {
        return struck(next(Aim.ANY, what), call, Strikes::unavailable, Strikes::unavailable);
    }

    /**
     * The handing over of a mail, which is never repeated.
     *
     * @param refused what is answered where nothing was done
     * @param unknown what is answered where nobody knows
     */
    <T> T handover(Supplier<T> call, Supplier<T> refused, Supplier<T> unknown) {
        Strike strike = next(Aim.HANDOVER, "hand a mail over");
        if (strike == null) {
            return call.get();
        }
        return switch (strike.fault()) {
            case THROTTLED, CONFLICT -> refused.get();
            case REPEATED, ANSWER_LOST -> {
                lose(call);
                yield unknown.get();
            }
            default -> struck(strike, call, Strikes::unavailable, Strikes::unavailable);
        };
    }

    private static <T> T struck(
            @Nullable Strike strike,
            Supplier<T> call,
            Supplier<RuntimeException> throttled,
            Supplier<RuntimeException> conflict) {
        if (strike == null) {
            return call.get();
        }
        return switch (strike.fault()) {
            case THROTTLED -> throw throttled.get();
            case CONFLICT -> throw conflict.get();
            case REPEATED -> {
                lose(call);
                yield call.get();
            }
            case ANSWER_LOST -> {
                lose(call);
                throw SdkClientException.create("the connection dropped");
            }
            case KILLED_BEFORE -> throw new Killed();
            case KILLED_AFTER -> {
                lose(call);
                throw new Killed();
            }
            case MEANWHILE -> {
                strike.meanwhile().run();
                yield call.get();
            }
        };
    }

    /** Nobody learns what was answered, not even that it was refused. */
    private static <T> void lose(Supplier<T> call) {
        try {
            T lost = call.get();
            Objects.requireNonNull(lost);
        } catch (SdkServiceException refused) {
            // lost, too
        }
    }

    private static RuntimeException unavailable() {
        return new Unavailable("struck", null);
    }

    private static RuntimeException throttled() {
        return ProvisionedThroughputExceededException.builder()
                .message("struck")
                .statusCode(400)
                .awsErrorDetails(
                        AwsErrorDetails.builder()
                                .errorCode("ProvisionedThroughputExceededException")
                                .build())
                .build();
    }

    private static RuntimeException conflict() {
        return TransactionConflictException.builder().message("struck").statusCode(400).build();
    }

    private static RuntimeException cancelled() {
        return TransactionCanceledException.builder()
                .message("struck")
                .statusCode(400)
                .cancellationReasons(
                        CancellationReason.builder().code("TransactionConflict").build())
                .build();
    }
}
