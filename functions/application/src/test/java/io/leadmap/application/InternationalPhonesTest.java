package io.leadmap.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternationalPhonesTest {

    private final PhoneNumbers phones = new InternationalPhones();

    @ParameterizedTest
    @CsvSource({
        "0444 444 444, AU, +61444444444",
        "(03) 9012-3456, AU, +61390123456",
        "+44 20 7946 0123, AU, +442079460123",
        "020 7946 0123, GB, +442079460123",
    })
    void a_number_is_read_by_the_practices_country(String typed, String country, String read) {
        assertThat(phones.read(typed, country)).contains(read);
    }

    @ParameterizedTest
    @CsvSource({"12, AU", "call me, AU", "'', AU", "0000000000000000000000000000000, GB"})
    void what_cannot_be_a_number_is_none(String typed, String country) {
        assertThat(phones.read(typed, country)).isEmpty();
    }
}
