package io.leadmap.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that is due and left twice in a row calls a person. */
class TallyTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void what_could_not_be_done_gets_a_second_turn_when_all_others_had_their_first() {
        Tally tally = new Tally(Deadline.NONE);
        AtomicInteger turns = new AtomicInteger();

        tally.attempt("changed", "a", () -> turns.getAndIncrement() > 0 ? does("a") : fails());
        tally.attempt("changed", "b", () -> does("b"));

        assertThat(tally.finish()).isEqualTo(Map.of("changed", 2L, "left", 0L));
        assertThat(done).containsExactly("b", "a");
    }

    @Test
    void what_is_left_twice_in_a_row_fails_the_run_and_is_named_and_everything_else_is_done() {
        Tally tally = new Tally(Deadline.NONE);
        tally.attempt("changed", "brightwater/tim", TallyTest::fails);
        tally.attempt("changed", "brightwater/ann", () -> does("ann"));
        tally.attempt("sent", "m-1", TallyTest::breaks);

        assertThatThrownBy(tally::finish)
                .asInstanceOf(InstanceOfAssertFactories.type(LeftTwice.class))
                .satisfies(left -> {
                    assertThat(left.items()).isEqualTo("changed brightwater/tim, sent m-1");
                    assertThat(left.counts()).isEqualTo("{changed=1, left=2, sent=0}");
                    assertThat(left).hasCauseInstanceOf(Unavailable.class);
                });
        assertThat(done).containsExactly("ann");
    }

    @Test
    void what_there_is_no_time_for_is_left_to_the_next_run() {
        AtomicInteger asked = new AtomicInteger();
        Tally tally = new Tally(() -> asked.incrementAndGet() > 1);

        tally.attempt("changed", "a", TallyTest::fails);
        tally.attempt("changed", "b", () -> does("b"));

        assertThat(tally.finish()).isEqualTo(Map.of("changed", 0L, "left", 2L));
        assertThat(done).isEmpty();
    }

    @Test
    void a_line_of_the_log_names_so_many_and_says_that_there_are_more() {
        Tally tally = new Tally(Deadline.NONE);
        for (int i = 0; i < 25; i++) {
            tally.attempt("changed", "lead" + i, TallyTest::fails);
        }

        assertThatThrownBy(tally::finish)
                .asInstanceOf(InstanceOfAssertFactories.type(LeftTwice.class))
                .satisfies(left ->
                        assertThat(left.items())
                                .contains("changed lead19")
                                .doesNotContain("lead20")
                                .endsWith(", ..."));
    }

    private boolean does(String item) {
        return done.add(item);
    }

    private static boolean fails() {
        throw new Unavailable("collided", null);
    }

    private static boolean breaks() {
        throw new IllegalStateException("broken");
    }
}
