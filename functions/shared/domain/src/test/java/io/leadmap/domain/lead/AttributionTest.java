package io.leadmap.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {

    @ParameterizedTest
    @ValueSource(strings = {"utm_source", "utm_x1_y", "gclid", "referrer"})
    void what_says_where_a_visit_came_from_is_named_so(String name) {
        assertThat(Attribution.isNamed(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "utm_",
                "UTM_SOURCE",
                "utm-source",
                "xutm_source",
                "fbclid",
                "referrer2",
                "utm_0123456789012345678901234567890"
            })
    void nothing_else_is(String name) {
        assertThat(Attribution.isNamed(name)).isFalse();
    }
}
