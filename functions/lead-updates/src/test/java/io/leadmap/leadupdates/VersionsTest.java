package io.leadmap.leadupdates;

import static io.leadmap.desk.Desk.MONIQUE;
import static io.leadmap.desk.Desk.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** What a caller knows of a lead, and for which version a write is meant (section Versions). */
class VersionsTest {

    private final Desk desk = UpdatesDesk.open();
    private String lead = "";

    @BeforeEach
    void aLeadOfAvas() {
        lead = desk.lead(MONIQUE.replace("}", ",\"ownerId\":\"ava\",\"sourceId\":\"google\"}"));
    }

    private String tag() {
        return desk.get("/leads/" + lead).headers().getOrDefault("ETag", "");
    }

    private int known(String tags) {
        HttpResponse answer =
                desk.call(
                        "ava",
                        "[agent]",
                        "GET",
                        "/leads/" + lead,
                        "",
                        Map.of("if-none-match", tags));
        assertThat(answer.headers()).containsEntry("ETag", tag());
        assertThat(answer.body().length == 0).isEqualTo(answer.status() == 304);
        return answer.status();
    }

    @Test
    void what_is_known_is_not_sent_again() {
        String tag = tag();

        assertThat(known(tag)).isEqualTo(304);
        assertThat(known("W/" + tag)).isEqualTo(304);
        assertThat(known("\"9\", W/\"8-x,y\" ," + tag)).isEqualTo(304);
        assertThat(known("*")).isEqualTo(304);
        assertThat(known("\"1\"")).isEqualTo(200);
        assertThat(known("\"9\"")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a person's name       | Ava Thompson              | Ava Jones",
                "a source's name       | Google Search             | Google Ads",
                "a division's name     | Brightwater Physiotherapy | Brightwater Two",
                "the words of statuses | \"leadmap\" | \"bos\"",
            })
    void what_else_the_record_shows_is_part_of_what_is_known(
            String what, String before, String after) {
        String tag = tag();
        String shown = desk.get("/leads/" + lead).text();
        desk.reconfigure(document -> {
            assertThat(document).as(what).contains(before);
            return document.replace(before, after);
        });

        boolean differs = !desk.get("/leads/" + lead).text().equals(shown);
        assertThat(known(tag)).as(what).isEqualTo(differs ? 200 : 304);
        assertThat(json(desk.get("/leads/" + lead)).get("version").getLongValue()).isEqualTo(1);
    }

    @Test
    void a_double_that_somebody_adds_is_shown_to_who_knew_the_lead_without_it() {
        String tag = tag();
        desk.lead(MONIQUE);

        assertThat(known(tag)).isEqualTo(200);
        assertThat(json(desk.get("/leads/" + lead)).get("duplicates").size()).isEqualTo(1);
    }

    @Test
    void a_write_is_for_the_version_alone() {
        String tag = tag();
        desk.lead(MONIQUE); // another digest, the same version
        assertThat(tag()).isNotEqualTo(tag);

        assertThat(write(tag).status()).isEqualTo(200);
        assertThat(write(tag).status()).isEqualTo(412);
    }

    private HttpResponse write(String match) {
        return desk.call(
                "ava",
                "[agent]",
                "POST",
                "/leads/" + lead + "/notes",
                "{\"html\":\"<p>Rang.</p>\"}",
                Map.of("if-match", match));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"1\"", "\"1-anything\"", "\"7\", \"1\"", "W/\"3\", \"1\"", "1"})
    void one_strong_tag_of_this_version_is_enough(String match) {
        assertThat(write(match).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"1\"",
                "W/\"1-x\"",
                "\"2\"",
                "\"other\"",
                "\"\"",
                "W/\"1\", W/\"1\"",
                "\"0\""
            })
    void a_weak_tag_never_matches_and_neither_does_another(String match) {
        HttpResponse stale = write(match);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.headers()).containsEntry("ETag", tag());
        assertThat(json(stale).get("current")).isEqualTo(json(desk.get("/leads/" + lead)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"1",
                "1\"",
                "w/\"1\"",
                "\"1\" \"2\"",
                "\"1\",",
                "**",
                "\u0661",
                "-1",
                "one"
            })
    void what_is_no_tag_is_malformed(String match) {
        assertThat(write(match).status()).isEqualTo(400);
    }
}
