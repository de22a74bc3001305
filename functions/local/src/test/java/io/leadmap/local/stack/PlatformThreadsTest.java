package io.leadmap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class PlatformThreadsTest {

    private static final CountDownLatch READY = new CountDownLatch(1);

    /** Takes until somebody else has done something, as a class whose library is being read. */
    private static final class Slow {
        static final boolean LOADED = waited();

        private static boolean waited() {
            try {
                READY.await();
                return true;
            } catch (InterruptedException e) {
                return false;
            }
        }
    }

    /** On virtual threads this never ends: each of those that wait keeps a carrier. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void any_number_may_wait_for_a_class_and_others_work_on() throws Exception {
        int many = 2 * Runtime.getRuntime().availableProcessors() + 2;
        try (ExecutorService threads = PlatformThreads.executor("test")) {
            List<Future<Boolean>> waiting =
                    IntStream.range(0, many)
                            .mapToObj(number -> threads.submit(() -> Slow.LOADED))
                            .toList();
            threads.execute(READY::countDown);
            for (Future<Boolean> each : waiting) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    @Test
    void none_of_them_keeps_the_machine_from_ending() throws Exception {
        try (ExecutorService threads = PlatformThreads.executor("test")) {
            assertThat(threads.submit(() -> Thread.currentThread().isDaemon()).get()).isTrue();
            assertThat(threads.submit(() -> Thread.currentThread().getName()).get())
                    .isEqualTo("test 1");
        }
    }
}
