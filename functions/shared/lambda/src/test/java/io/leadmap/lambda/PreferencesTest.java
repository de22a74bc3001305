package io.leadmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                              | false",
                "*/*                                             | false",
                "text/csv                                        | true",
                "TEXT/CSV; charset=utf-8                         | true",
                "text/csv;q=0                                    | false",
                "text/csv, application/json                      | true",
                "application/json, text/csv                      | false",
                "application/json, text/csv;q=0.9                | false",
                "application/json;q=0.5, text/csv                | true",
                "text/csv, */*                                   | true",
                "text/csv;q=0.5, */*                             | false",
                "text/csv;q=0.5, application/*;q=0.8, */*;q=0.1  | false",
                "text/csv; q=0.5, */*;q=0.1                      | true",
                "text/csv;q=nonsense                             | true",
                "text/csv-schema                                 | false"
            })
    void a_media_type_is_preferred_that_is_named_first_or_with_more_weight(
            String accept, boolean preferred) {
        assertThat(Preferences.of(accept).prefer("text/csv", "application/json"))
                .isEqualTo(preferred);
    }
}
