package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.PracticeId;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What {@code FormLimits} and {@code Signatures} promise. */
public interface DesksContract extends StoreSuite {

    @Test
    default void submissions_are_counted_by_address_and_minute() {
        PracticeId practice = newPractice();
        long first = store().formLimits().count(practice, "203.0.113.7", clock().instant());
        long second = store().formLimits().count(practice, "203.0.113.7", clock().instant());

        // a call whose answer was lost may count twice
        assertThat(first).isBetween(1L, 2L);
        assertThat(second).isGreaterThan(first);
        assertThat(store().formLimits().count(practice, "203.0.113.8", clock().instant()))
                .isBetween(1L, 2L);
        assertThat(
                        store().formLimits()
                                .count(
                                        practice,
                                        "203.0.113.7",
                                        clock().instant().plus(Duration.ofMinutes(1))))
                .isBetween(1L, 2L);
    }

    @Test
    default void a_signature_is_the_same_always_and_good_for_one_practice_and_purpose() {
        PracticeId practice = newPractice();
        byte[] signature = store().signatures().sign(practice, "unsubscribe", "mail-1");

        assertThat(signature).hasSize(32);
        assertThat(store().signatures().sign(practice, "unsubscribe", "mail-1"))
                .isEqualTo(signature);
        assertThat(store().signatures().sign(practice, "form", "mail-1")).isNotEqualTo(signature);
        assertThat(store().signatures().sign(practice, "unsubscribe", "mail-2"))
                .isNotEqualTo(signature);
        assertThat(store().signatures().sign(newPractice(), "unsubscribe", "mail-1"))
                .isNotEqualTo(signature);
    }
}
