package io.leadmap.leadupdates;

import static io.leadmap.desk.Desk.json;
import static io.leadmap.desk.Desk.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Text as agents write it and search for it (domain section 2, text). */
class TextCallsTest {

    private final Desk desk = UpdatesDesk.open();

    @Test
    void what_an_agent_writes_is_kept_in_one_form() {
        JsonNode lead =
                json(
                        desk.post(
                                "/leads",
                                """
                                {"firstName": "Ine\\u0300s\\u202e", "lastName": " D\\u2019Arcy\\u00a0",
                                 "email": "ines@example.com\\u00a0", "phone": "0412 555 123",
                                 "serviceRequested": "Knee\\n\\u3000and  hip",
                                 "comment": "one\\r\\ntwo\\u00a0",
                                 "address": {"line1": "\\u00a01 High\\u2009Street", "city": " Z\\u006f\\u0308"},
                                 "custom": {"referral": "\\ufeffDr\\u00a0Who", "insurance": "Extras\\u00a0cover"}}
                                """));
        assertThat(text(lead, "firstName")).isEqualTo("In\u00e8s");
        assertThat(text(lead, "lastName")).isEqualTo("D\u2019Arcy");
        assertThat(text(lead, "name")).isEqualTo("In\u00e8s D\u2019Arcy");
        assertThat(text(lead, "email")).isEqualTo("ines@example.com");
        assertThat(text(lead, "serviceRequested")).isEqualTo("Knee and hip");
        assertThat(text(lead, "comment")).isEqualTo("one\ntwo");
        assertThat(text(lead.get("address"), "line1")).isEqualTo("1 High Street");
        assertThat(text(lead.get("address"), "city")).isEqualTo("Z\u00f6");
        assertThat(text(lead.get("custom"), "referral")).isEqualTo("Dr Who");
        assertThat(text(lead.get("custom"), "insurance")).isEqualTo("Extras cover");
    }

    @Test
    void an_edit_to_the_same_text_in_another_form_changes_nothing() {
        String lead = desk.lead(named("In\u00e8s", "D'Arcy"));
        long before = desk.version(lead);
        JsonNode edited =
                json(
                        desk.patch(
                                "/leads/" + lead,
                                "{\"firstName\":\"\u00a0Ine\u0300s"
                                        + " \",\"lastName\":\"D'Arcy\u200b\"}"));
        assertThat(text(edited, "firstName")).isEqualTo("In\u00e8s");
        assertThat(desk.version(lead)).isEqualTo(before);
    }

    @Test
    void notes_of_calls_moves_and_transfers_are_kept_in_one_form() {
        String lead = desk.lead(named("Tim", "Cook"));
        String note = "\"\u00a0cafe\u0301\u202e\\r\\nnoon\u3000\"";
        desk.post("/leads/" + lead + "/calls", "{\"outcome\":\"noAnswer\",\"note\":" + note + "}");
        desk.note(lead, "<p>cafe\u0301\u202e noon</p>", Map.of());
        desk.status(
                lead,
                "{\"status\":\"LOST\",\"lossReason\":\"other\",\"comment\":" + note + "}",
                Map.of());
        String history = desk.get("/leads/" + lead + "/history").text();
        assertThat(history).contains("\"note\":\"caf\u00e9\\nnoon\"");
        assertThat(history).contains("\"comment\":\"caf\u00e9\\nnoon\"");
        assertThat(history).contains("caf\u00e9 noon");
        assertThat(history).doesNotContain("\u202e").doesNotContain("e\u0301");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", "\u202e\u3000"})
    void a_text_that_shows_nothing_is_blank(String blank) {
        String lead = desk.lead(named("Tim", "Cook"));
        JsonNode edited = json(desk.patch("/leads/" + lead, "{\"lastName\":\"" + blank + "\"}"));
        assertThat(edited.get("lastName").isNull()).isTrue();
        assertThat(desk.source(blank, Map.of()).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "Caf\u00e9 Wall, Cafe\u0301\u00a0Wall",
        "Caf\u00e9 Wall, CAFE WALL",
        "Kid\u2019s Day, Kid's Day"
    })
    void a_source_is_the_same_however_it_is_written(String name, String again) {
        String id = text(json(desk.source(name, Map.of())), "id");
        assertThat(text(json(desk.source(again, Map.of())), "id")).isEqualTo(id);
        assertThat(text(json(desk.source(again, Map.of())), "name")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Ines, Ines",
        "In\u00e8s, Ines",
        "Ine\u0300s, Ines",
        "INES, Ines",
        "O'Toole, Pat",
        "O\u2019Toole, Pat",
        "otoole, ''",
        "patotoole, Pat",
        "toole pat, Pat",
        "marie, Anne",
        "smith, Anne",
        "hara, Anne",
        "knee, Anne",
        "annemarie o'hara, Anne",
        "Dijk, Jan",
        "'jan\u00a0van', Jan",
        "vandijk, ''",
        "janvandijk, Jan",
        "isik, Isik",
        "I\u015eIK, Isik",
        "strasse, Strasse",
        "Stra\u00dfe, Strasse",
        "\u03bd\u03b9\u03ba\u03bf\u03c3, Nikos",
        "\u039d\u0399\u039a\u039f\u03a3, Nikos",
        "\u592a, Taro",
        "\u5c71\u7530\u592a\u90ce, Taro",
        "\u0939\u093f\u0928, Hind",
        "\u0939\u0940\u0928, ''",
        "ood, ''",
        "\u2605, ''",
        "-, ''",
    })
    void a_search_finds_by_the_beginnings_of_words(String q, String who) {
        desk.lead(named("In\u00e8s", "Dupont"));
        desk.lead(named("Pat", "O\u2019Toole"));
        desk.lead(named("Anne-Marie", "O'Hara-Smith", "Anne-Marie (knee) O'Hara-Smith"));
        desk.lead(named("Jan", "van\u00a0Dijk"));
        desk.lead(named("Deniz", "I\u015f\u0131k"));
        desk.lead(named("Uwe", "Stra\u00dfe"));
        desk.lead(named("\u039d\u03af\u03ba\u03bf\u03c2", "Wood"));
        desk.lead(named("\u5c71\u7530", "\u592a\u90ce"));
        desk.lead(named("\u0939\u093f\u0928\u094d\u0926", "Rao"));
        Map<String, String> known =
                Map.of(
                        "Ines", "In\u00e8s Dupont",
                        "Pat", "Pat O\u2019Toole",
                        "Anne", "Anne-Marie (knee) O'Hara-Smith",
                        "Jan", "Jan van Dijk",
                        "Isik", "Deniz I\u015f\u0131k",
                        "Strasse", "Uwe Stra\u00dfe",
                        "Nikos", "\u039d\u03af\u03ba\u03bf\u03c2 Wood",
                        "Taro", "\u5c71\u7530 \u592a\u90ce",
                        "Hind", "\u0939\u093f\u0928\u094d\u0926 Rao");
        assertThat(found(q)).isEqualTo(who.isEmpty() ? List.of() : List.of(known.get(who)));
    }

    @Test
    void a_search_for_nothing_is_refused() {
        assertThat(desk.get("/leads?q=%C2%A0").status()).isEqualTo(400);
    }

    @Test
    void an_email_is_found_with_spaces_of_any_kind_around_it() {
        desk.lead(
                "{\"firstName\":\"Pat\",\"email\":\"pat@example.com\",\"phone\":\"0412 555 123\"}");
        assertThat(found("\u00a0PAT@example.com\u3000")).containsExactly("Pat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pat Toole <PAT@example.com>", "<pat@example.com>", "pat@EXAMPLE.com"})
    void an_email_is_found_as_mail_programs_copy_it(String copied) {
        desk.lead("{\"firstName\":\"Pat\",\"email\":\"pat@example.com\"}");
        assertThat(found(copied)).containsExactly("Pat");
    }

    @Test
    void duplicates_are_shown_however_the_name_is_written() {
        String first = desk.lead(named("Jan van", "Dijk"));
        String second = desk.lead(named("Jan", "van\u00a0Dijk").replace("@", "@other."));
        JsonNode lead = json(desk.get("/leads/" + second));
        assertThat(lead.get("duplicates").get(0).getStringValue()).isEqualTo(first);
    }

    private List<String> found(String q) {
        String query = URLEncoder.encode(q, StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>();
        json(desk.get("/leads?q=" + query))
                .get("items")
                .values()
                .forEach(row -> names.add(text(row, "name")));
        return names;
    }

    private static String named(String first, String last) {
        return """
        {"firstName": "%s", "lastName": "%s", "phone": "0412 555 123", "email": "x@example.com"}
        """
                .formatted(first, last);
    }

    private static String named(String first, String last, String name) {
        return named(first, last).replace("{", "{\"name\": \"" + name + "\", ");
    }
}
