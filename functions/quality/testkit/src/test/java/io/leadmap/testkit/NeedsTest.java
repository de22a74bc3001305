package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class NeedsTest {

    private final List<String> said = new ArrayList<>();

    @Test
    void a_test_whose_need_is_met_goes_on() {
        assertThatCode(() -> needs(true).need(true, "nothing")).doesNotThrowAnyException();
        assertThatCode(() -> needs(false).need(true, "nothing")).doesNotThrowAnyException();
        assertThat(said).isEmpty();
    }

    @Test
    void a_test_whose_need_is_not_met_says_so_and_is_skipped() {
        assertThatThrownBy(() -> needs(false).need(false, "no engine"))
                .isNotInstanceOf(AssertionError.class)
                .hasMessage("Assumption failed: no engine");
        assertThat(said).containsExactly("skipped: no engine");
    }

    @Test
    void where_everything_was_provided_it_fails_with_the_reason() {
        assertThatThrownBy(() -> needs(true).need(false, "no engine"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no engine");
    }

    private Needs needs(boolean required) {
        return new Needs(required, said::add);
    }
}
