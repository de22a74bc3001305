package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NeedsTest {

    @Test
    void a_test_whose_need_is_met_goes_on() {
        assertThatCode(() -> new Needs(true).need(true, "nothing")).doesNotThrowAnyException();
        assertThatCode(() -> new Needs(false).need(true, "nothing")).doesNotThrowAnyException();
    }

    @Test
    void a_test_whose_need_is_not_met_is_skipped_with_the_reason() {
        assertThatThrownBy(() -> new Needs(false).need(false, "no engine"))
                .isNotInstanceOf(AssertionError.class)
                .hasMessage("Assumption failed: no engine");
    }

    @Test
    void where_everything_was_provided_it_fails_with_the_reason() {
        assertThatThrownBy(() -> new Needs(true).need(false, "no engine"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no engine");
    }
}
