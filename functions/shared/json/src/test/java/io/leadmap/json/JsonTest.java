package io.leadmap.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class JsonTest {

    static Stream<String> beyondLimits() {
        return Stream.of(
                "[".repeat(65) + "]".repeat(65),
                "{\"a\":".repeat(65) + "1" + "}".repeat(65),
                "9".repeat(61),
                "{\"a\":" + "9".repeat(400) + "}");
    }

    @ParameterizedTest
    @MethodSource("beyondLimits")
    void what_is_beyond_a_limit_is_malformed_and_no_fault(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(Json.Malformed.class);
    }
}
