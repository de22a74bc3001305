package io.leadmap.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class AttemptsTest {

    private final List<Integer> pauses = new ArrayList<>();
    private final Attempts attempts = new Attempts(pauses::add);
    private int tried;

    @Test
    void what_is_answered_at_once_is_tried_once_and_waits_for_nothing() {
        assertThat(answered(1)).isEqualTo("stored");

        assertThat(tried).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void each_attempt_waits_longer_than_the_one_before() {
        assertThat(answered(4)).isEqualTo("stored");

        assertThat(tried).isEqualTo(4);
        assertThat(pauses).containsExactly(1, 2, 3);
    }

    @Test
    void the_fifth_attempt_is_the_last_and_nobody_waits_after_it() {
        assertThat(answered(5)).isEqualTo("stored");
        tried = 0;
        pauses.clear();

        assertThatThrownBy(() -> answered(6)).isInstanceOf(Unavailable.class);
        assertThat(tried).isEqualTo(5);
        assertThat(pauses).containsExactly(1, 2, 3, 4);
    }

    private String answered(int atAttempt) {
        return attempts.until(() -> {
            tried++;
            return tried < atAttempt ? Optional.empty() : Optional.of("stored");
        });
    }
}
