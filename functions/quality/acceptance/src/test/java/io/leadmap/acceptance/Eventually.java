package io.leadmap.acceptance;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

import java.time.Duration;
import java.util.function.Supplier;

/** What follows from a stream happens a moment later: asks again until it has, with a deadline. */
final class Eventually {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private Eventually() {}

    static void eventually(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(assertion);
    }

    static <T> T eventually(Supplier<T> value, java.util.function.Predicate<T> wanted) {
        return Awaitility.await()
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(100))
                .until(value::get, wanted::test);
    }
}
