package io.leadmap.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdTest {

    @Test
    void it_names_the_practice_before_the_first_hyphen_and_anything_after_it() {
        assertThat(PublicId.find("bright-new-patients"))
                .contains(new PublicId(new PracticeId("bright"), "new-patients"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bright", "-contact", "Not A Practice-contact"})
    void what_names_no_practice_is_no_public_id(String text) {
        assertThat(PublicId.find(text)).isEmpty();
    }
}
