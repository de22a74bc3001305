package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.practice.PracticeId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What {@code ToDos}, {@code FormLimits} and {@code Signatures} promise. */
public interface DesksContract extends StoreSuite {

    @Test
    default void open_to_dos_are_listed_oldest_first_by_whom_they_are_for() {
        PracticeId practice = newPractice();
        ToDo late = new ToDo("a", newLead(), "anna", "second", clock().instant().plusSeconds(9));
        ToDo early = new ToDo("b", newLead(), "anna", "first", clock().instant());
        ToDo anybody = new ToDo("c", newLead(), null, "for anybody", clock().instant());
        List.of(late, early, anybody, early).forEach(toDo -> store().toDos().ask(practice, toDo));

        assertThat(store().toDos().open(practice, "anna", 10)).containsExactly(early, late);
        assertThat(store().toDos().open(practice, "anna", 1)).containsExactly(early);
        assertThat(store().toDos().open(practice, null, 10)).containsExactly(anybody);
        assertThat(store().toDos().open(newPractice(), "anna", 10)).isEmpty();
    }

    @Test
    default void a_to_do_that_is_asked_again_keeps_its_time() {
        PracticeId practice = newPractice();
        ToDo first = new ToDo("a", newLead(), "anna", "call", clock().instant());
        store().toDos().ask(practice, first);
        store().toDos()
                .ask(
                        practice,
                        new ToDo(
                                "a",
                                first.lead(),
                                "anna",
                                "call",
                                clock().instant().plusSeconds(9)));

        assertThat(store().toDos().open(practice, "anna", 10)).containsExactly(first);
    }

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
