package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.KeyService;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;

/** What every {@link KeyService} keeps to. */
public abstract class KeyServiceContract {

    private static final PracticeId ONE = new PracticeId("one");
    private static final PracticeId TWO = new PracticeId("two");

    /** The service under test. */
    protected abstract KeyService keys();

    @Test
    void a_practices_key_is_unwrapped_as_it_was_made() {
        KeyService.Fresh key = keys().generate(ONE);
        assertThat(key.plain()).hasSize(32);
        assertThat(keys().unwrap(ONE, key.wrapped())).isEqualTo(key.plain());
    }

    @Test
    void no_key_is_made_twice_and_none_is_seen_in_its_wrapping() {
        KeyService.Fresh one = keys().generate(ONE);
        KeyService.Fresh other = keys().generate(ONE);
        assertThat(one.plain()).isNotEqualTo(other.plain());
        HexFormat hex = HexFormat.of();
        assertThat(hex.formatHex(one.wrapped())).doesNotContain(hex.formatHex(one.plain()));
        assertThat(one.toString()).isEqualTo("Fresh[...]");
    }

    @Test
    void a_key_of_another_practice_stays_closed() {
        byte[] wrapped = keys().generate(ONE).wrapped();
        assertThatThrownBy(() -> keys().unwrap(TWO, wrapped)).isInstanceOf(RuntimeException.class);
    }
}
