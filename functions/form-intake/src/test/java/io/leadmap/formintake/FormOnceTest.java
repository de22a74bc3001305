package io.leadmap.formintake;

import static io.leadmap.formintake.FormDesk.ENQUIRY;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A submission that comes twice is one, and two submissions are never one. */
class FormOnceTest {

    private static final String TIM =
            "{\"fullName\": \"Tim Cook\", \"email\": \"tim@example.com\", \"phone\": \"0400 000"
                    + " 001\"}";
    private static final String TOM = TIM.replace("Tim", "Tom").replace("tim@", "tom@");

    private final FormDesk desk = new FormDesk();

    @Test
    void the_same_again_within_ten_minutes_gets_the_first_reference_and_no_entry() {
        String first = desk.program(TIM).text();
        desk.passes(Duration.ofMinutes(9));

        assertThat(desk.program(TIM).text()).isEqualTo(first);
        assertThat(received("Tim")).isOne();
    }

    @Test
    void what_a_site_builder_adds_makes_no_other_submission() {
        for (String token : List.of("a", "b")) {
            Map<String, String> fields = new TreeMap<>();
            fields.put("fullName", "Tim Cook");
            fields.put("email", "tim@example.com");
            fields.put("g-recaptcha-response", token);
            assertThat(desk.browser(fields).status()).isEqualTo(303);
        }
        assertThat(received("Tim")).isOne();
    }

    @Test
    void the_same_again_later_joins_the_lead() {
        String first = desk.program(TIM).text();
        desk.passes(Duration.ofMinutes(11));

        assertThat(desk.program(TIM).text()).isNotEqualTo(first);
        assertThat(received("Tim")).isEqualTo(2);
    }

    @Test
    void the_same_under_the_same_key_is_the_first_for_a_day() {
        String first = keyed("k1", TIM).text();
        desk.passes(Duration.ofHours(23));

        assertThat(keyed("k1", TIM).text()).isEqualTo(first);
        desk.passes(Duration.ofHours(2));
        assertThat(keyed("k1", TIM).text()).isNotEqualTo(first);
        assertThat(received("Tim")).isEqualTo(2);
    }

    @Test
    void two_people_whose_programs_use_one_key_share_nothing() {
        HttpResponse tim = keyed("k1", TIM);
        HttpResponse tom = keyed("k1", TOM);

        assertThat(tom.status()).isEqualTo(202);
        assertThat(tom.text()).isNotEqualTo(tim.text());
        assertThat(received("Tim")).isOne();
        assertThat(received("Tom")).isOne();
        assertThat(keyed("k1", TIM).text()).isEqualTo(tim.text());
    }

    @Test
    void the_same_within_ten_minutes_is_one_whatever_the_key() {
        String first = keyed("k1", TIM).text();

        assertThat(desk.program(TIM).text()).isEqualTo(first);
        assertThat(keyed("k2", TIM).text()).isEqualTo(first);
        desk.passes(Duration.ofHours(1));
        assertThat(keyed("k2", TIM).text()).isEqualTo(first);
        assertThat(received("Tim")).isOne();
    }

    @Test
    void another_submission_between_leaves_a_key_its_answer() {
        String first = keyed("k1", TIM).text();
        desk.passes(Duration.ofMinutes(11));
        String second = desk.program(TIM).text();
        desk.passes(Duration.ofMinutes(11));

        assertThat(second).isNotEqualTo(first);
        assertThat(keyed("k1", TIM).text()).isEqualTo(first);
    }

    @Test
    void a_key_that_nobody_could_keep_is_refused() {
        for (String key : new String[] {"k".repeat(201), "", " ", "a b", "ü", "a\n"}) {
            assertThat(keyed(key, TIM).status()).as(key).isEqualTo(400);
        }
        assertThat(desk.leads("Tim")).isEmpty();
        assertThat(keyed("k".repeat(200), TIM).status()).isEqualTo(202);
    }

    @Test
    void a_value_that_comes_twice_counts_once() {
        desk.post(
                ENQUIRY,
                Map.of("content-type", FormDesk.URL_ENCODED),
                "fullName=Tim+Cook&fullName=Tim+Cook&phone=0400000001&utm_source=google"
                        + "&utm_source=google&utm_medium=cpc&utm_medium=mail"
                        + "&custom.injury=Back&custom.injury=Neck&custom.injury=Back");

        assertThat(desk.leads("Tim"))
                .singleElement()
                .satisfies(lead -> {
                    assertThat(lead.origin().utmFirst().parameters())
                            .containsEntry("utm_source", "google")
                            .containsEntry("utm_medium", "cpc");
                    assertThat(lead.fields().get(FieldKey.custom("injury")))
                            .contains(new FieldValue.Choices(List.of("Neck", "Back")));
                });
    }

    private HttpResponse keyed(String key, String body) {
        return desk.post(
                ENQUIRY, Map.of("content-type", "application/json", "idempotency-key", key), body);
    }

    private long received(String firstName) {
        return desk.leads(firstName).stream().mapToLong(desk::formsReceived).sum();
    }
}
