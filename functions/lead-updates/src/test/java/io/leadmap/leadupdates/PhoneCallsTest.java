package io.leadmap.leadupdates;

import static io.leadmap.desk.Desk.MONIQUE;
import static io.leadmap.desk.Desk.json;
import static io.leadmap.desk.Desk.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.lambda.HttpResponse;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Phones as agents type them (domain section 2, Phones). */
class PhoneCallsTest {

    private final Desk desk = UpdatesDesk.open();

    @ParameterizedTest
    @CsvSource({
        "0412 555 123 (mob), +61412555123,",
        "0413 222 333 (Ann), +61413222333,",
        "0061 412 555 123, +61412555123,",
        "03 9012 3456 ext 12, +61390123456, 12",
    })
    void a_phone_is_answered_as_a_number_and_its_extension(
            String typed, String number, String extension) {
        JsonNode lead = json(desk.post("/leads", with(typed)));

        assertThat(text(lead, "phone")).isEqualTo(number);
        assertThat(extension(lead)).isEqualTo(extension);
        JsonNode row = json(desk.get("/leads")).get("items").get(0);
        assertThat(text(row, "phone")).isEqualTo(number);
        assertThat(extension(row)).isEqualTo(extension);
    }

    @ParameterizedTest
    @CsvSource({
        "9012 3456, area code",
        "0413 222 33, digits are missing",
        "1300 FLOWERS, digits only",
        "0412 555 123 or 03 9012 3456, one phone number",
    })
    void a_phone_that_would_have_to_be_guessed_is_refused_and_says_what_is_missing(
            String typed, String says) {
        HttpResponse refused = desk.post("/leads", with(typed));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(errors(refused)).singleElement().asString().startsWith("phone: ").contains(says);
        assertThat(json(desk.get("/leads")).get("items").size()).isZero();
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        HttpResponse refused =
                desk.post("/leads", with("9012 3456").replace("monique@example.com", "monique@"));

        assertThat(errors(refused)).hasSize(2);
    }

    @Test
    void a_dry_run_tells_of_a_refused_phone_as_of_every_refusal() {
        HttpResponse trial = desk.post("/leads?dryRun=true", with("9012 3456"));

        assertThat(trial.status()).isEqualTo(200);
        assertThat(trial.text()).contains("\"refused\":{").contains("area code");
    }

    @Test
    void an_edit_follows_the_same_rule() {
        String lead = desk.lead(MONIQUE);

        HttpResponse refused = desk.patch("/leads/" + lead, "{\"phone\":\"0413 222 33\"}");
        assertThat(refused.status()).isEqualTo(422);
        HttpResponse edited = desk.patch("/leads/" + lead, "{\"phone\":\"+44 20 7946 0123 x7\"}");
        assertThat(text(json(edited), "phone")).isEqualTo("+442079460123");
        assertThat(extension(json(edited))).isEqualTo("7");
        JsonNode history = json(desk.get("/leads/" + lead + "/history?type=fieldChanged"));
        assertThat(text(history.get("items").get(0), "to")).isEqualTo("+442079460123;ext=7");
    }

    @Test
    void an_extension_tells_nobody_apart() {
        String first = desk.lead(with("03 9012 3456 ext 12"));
        String second = desk.lead(with("03 9012 3456 ext 13").replace("monique@", "reception@"));

        JsonNode lead = json(desk.get("/leads/" + second));
        assertThat(lead.get("duplicates").get(0).getStringValue()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"03 9012 3456", "+61 3 9012 3456 (work)", "0061390123456", "03 9012 3456 ext 99"})
    void a_search_reads_phones_as_every_other_input_does(String q) {
        desk.lead(with("03 9012 3456 ext 12"));

        String query = URLEncoder.encode(q, StandardCharsets.UTF_8);
        assertThat(json(desk.get("/leads?q=" + query)).get("items").size()).isOne();
    }

    private static String with(String phone) {
        return MONIQUE.replace("0444 444 444", phone);
    }

    private static @Nullable String extension(JsonNode answer) {
        JsonNode extension = answer.get("phoneExtension");
        return extension.isNull() ? null : extension.getStringValue();
    }

    private static List<String> errors(HttpResponse answer) {
        List<String> errors = new ArrayList<>();
        json(answer)
                .get("errors")
                .values()
                .forEach(e -> errors.add(text(e, "field") + ": " + text(e, "message")));
        return errors;
    }
}
