package io.leadmap.formintake;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.Phone;
import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/** Phones as strangers type them (domain section 2, Phones). */
class FormPhonesTest {

    private final FormDesk desk = new FormDesk();

    @ParameterizedTest
    @CsvSource({
        "0412 555 123 (mob), +61412555123",
        "0413 222 333 (Ann), +61413222333",
        "0061 412 555 123, +61412555123",
        "03 9012 3456 ext 12, +61390123456;ext=12",
    })
    void words_around_a_number_are_dropped_and_an_extension_is_kept(String typed, String stored) {
        assertThat(desk.browser(Map.of("fullName", "Tim Cook", "phone", typed)).status())
                .isEqualTo(303);
        assertThat(desk.leads("Tim"))
                .singleElement()
                .satisfies(lead -> assertThat(lead.phone()).isEqualTo(Phone.of(stored)));
    }

    @ParameterizedTest
    @CsvSource({
        "9012 3456, The area code is missing",
        "0413 222 33, Some digits are missing",
        "1300 FLOWERS, in digits only",
    })
    void what_would_have_to_be_guessed_is_said_beside_the_field_and_nothing_typed_is_lost(
            String typed, String says) {
        HttpResponse page = desk.browser(Map.of("fullName", "Tim Cook", "phone", typed));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains(says).contains("value=\"" + typed + "\"");
        assertThat(desk.leads("Tim")).isEmpty();
        assertThat(desk.program("{\"fullName\":\"Tim Cook\",\"phone\":\"" + typed + "\"}").text())
                .contains("\"field\":\"phone\"")
                .contains(says);
    }

    @Test
    void who_gives_another_extension_of_the_same_number_is_the_same_person() {
        desk.program("{\"fullName\":\"Tim Cook\",\"phone\":\"03 9012 3456 ext 12\"}");
        desk.program(
                "{\"fullName\":\"Tim Cook\",\"phone\":\"03 9012 3456 ext"
                        + " 13\",\"email\":\"t@a.example\"}");

        assertThat(desk.leads("Tim"))
                .singleElement()
                .satisfies(lead -> {
                    assertThat(lead.phone()).isEqualTo(Phone.of("+61390123456;ext=12"));
                    assertThat(lead.email()).isEqualTo("t@a.example");
                });
    }
}
