package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.Bindings;
import io.leadmap.domain.practice.Bindings.Binding;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.SignIns;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What {@code SignIns} promises. */
public interface SignInsContract extends StoreSuite {

    /** As a provider names somebody who came from elsewhere. */
    Binding AVA = new Binding("samlp|north|Ava \\ \"Thompson\"", 1);

    /** Longer than anybody's id. */
    Binding NOAH = new Binding("a".repeat(255), 12);

    @Test
    default void at_first_nobody_is_bound() {
        assertThat(signIns().of(newPractice())).isEqualTo(Bindings.NONE);
    }

    @Test
    default void bindings_are_read_as_they_were_stored_with_the_next_revision() {
        PracticeId practice = newPractice();

        assertThat(signIns().store(practice, Bindings.NONE.with("ava", AVA))).isTrue();
        assertThat(signIns().of(practice)).isEqualTo(new Bindings(1, Map.of("ava", AVA)));
        assertThat(signIns().store(practice, signIns().of(practice).with("noah", NOAH))).isTrue();

        assertThat(signIns().of(practice))
                .isEqualTo(new Bindings(2, Map.of("ava", AVA, "noah", NOAH)));
    }

    @Test
    default void of_two_who_are_bound_at_once_the_second_is_told_to_look_again() {
        PracticeId practice = newPractice();
        Bindings first = Bindings.NONE.with("ava", AVA);
        Bindings other = Bindings.NONE.with("ava", NOAH);

        assertThat(signIns().store(practice, first)).isTrue();
        assertThat(signIns().store(practice, other)).isFalse();
        Bindings later = signIns().of(practice);
        assertThat(signIns().store(practice, later.with("noah", NOAH))).isTrue();
        assertThat(signIns().store(practice, later.with("mei", NOAH))).isFalse();

        assertThat(signIns().of(practice))
                .isEqualTo(new Bindings(2, Map.of("ava", AVA, "noah", NOAH)));
    }

    @Test
    default void whoever_is_bound_in_one_practice_is_bound_in_no_other() {
        PracticeId practice = newPractice();
        PracticeId other = newPractice();
        signIns().store(practice, Bindings.NONE.with("ava", AVA));

        assertThat(signIns().of(other)).isEqualTo(Bindings.NONE);
        assertThat(signIns().store(other, Bindings.NONE.with("noah", AVA))).isTrue();
        assertThat(signIns().of(practice).byPerson()).containsExactly(Map.entry("ava", AVA));
    }

    private SignIns signIns() {
        return store().signIns();
    }
}
