package io.leadmap.formintake;

import static io.leadmap.formintake.FormDesk.ENQUIRY;
import static io.leadmap.formintake.FormDesk.URL_ENCODED;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whatever is refused: a person sees what was typed, a program reads why. */
class FormRefusalsTest {

    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
    private static final String TYPED =
            "fullName=Tim+%3Cb%3ECook&phone=0400000001&message=My+%22back%22&utm_source=google";
    private static final Map<String, String> TIM =
            Map.of("fullName", "Tim Cook", "phone", "0400 000 001");

    private final FormDesk desk = new FormDesk();

    private HttpResponse browser(String type, String body, String... more) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("accept", BROWSER);
        headers.put("content-type", type);
        for (int i = 0; i < more.length; i += 2) {
            headers.put(more[i], more[i + 1]);
        }
        return desk.post(ENQUIRY, headers, body);
    }

    private static void keepsWhatWasTyped(HttpResponse page, int status) {
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.headers())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("Vary", "Origin, Accept");
        assertThat(page.text())
                .contains("value=\"Tim &lt;b&gt;Cook\"", "My &quot;back&quot;", "role=\"alert\"")
                .contains("name=\"utm_source\" type=\"hidden\" value=\"google\"")
                .contains("action=\"/forms/brightwater-enquiry\"", "name=\"_t\"")
                .doesNotContain("<b>", "Send Send");
    }

    @Test
    void a_site_that_is_not_listed_sends_a_person_to_the_hosted_page() {
        HttpResponse page = browser(URL_ENCODED, TYPED, "origin", "https://evil.example");

        keepsWhatWasTyped(page, 403);
        assertThat(page.text()).contains("you can send it from here");
        assertThat(page.headers()).doesNotContainKey("Access-Control-Allow-Origin");
        assertThat(desk.leads("Tim <b>Cook")).isEmpty();
    }

    @Test
    void what_was_refused_there_is_taken_from_here() {
        HttpResponse answer =
                browser(
                        URL_ENCODED,
                        "fullName=Tim+Cook&phone=0400000001",
                        "origin",
                        "https://leadmap.example");

        assertThat(answer.status()).isEqualTo(303);
    }

    @Test
    void a_program_on_a_site_that_is_not_listed_reads_why() {
        for (Map<String, String> headers :
                List.of(
                        Map.of("content-type", "application/json"),
                        Map.of("content-type", URL_ENCODED, "accept", "application/json"))) {
            Map<String, String> all = new TreeMap<>(headers);
            all.put("origin", "https://evil.example");
            HttpResponse answer = desk.post(ENQUIRY, all, "{}");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("\"origin-not-allowed\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", " null ", ""})
    void an_origin_that_is_kept_secret_is_none(String origin) {
        HttpResponse answer =
                browser(URL_ENCODED, "fullName=Tim+Cook&phone=0400000001", "origin", origin);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers())
                .doesNotContainKeys("Access-Control-Allow-Origin", "Access-Control-Allow-Methods");
        HttpResponse options =
                desk.call("OPTIONS", ENQUIRY, Map.of("origin", origin), Map.of(), "");
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.headers())
                .doesNotContainKeys("Access-Control-Allow-Origin", "Access-Control-Allow-Methods");
        assertThat(desk.get(ENQUIRY, Map.of("origin", origin), Map.of()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.brightwater.example.evil.example",
                "https://www.brightwater.example, https://evil.example",
                "http://www.brightwater.example",
                "https://leadmap.example.evil.example",
                "NULL",
                "file://",
                "http://[",
                "https://",
                "https://leadmap.example:443:1"
            })
    void what_only_looks_like_a_listed_site_is_none(String origin) {
        assertThat(browser(URL_ENCODED, TYPED, "origin", origin).status()).isEqualTo(403);
    }

    @Test
    void a_file_is_refused_and_the_rest_is_kept() {
        String body =
                """
                --XYZ
                Content-Disposition: form-data; name="fullName"

                Tim <b>Cook
                --XYZ
                Content-Disposition: form-data; name="scan"; filename="scan.pdf"

                PDF
                --XYZ
                Content-Disposition: form-data; name="message"

                My "back"
                --XYZ
                Content-Disposition: form-data; name="utm_source"

                google
                --XYZ--
                """
                        .replace("\n", "\r\n");
        String type = "multipart/form-data; boundary=XYZ";

        HttpResponse page = browser(type, body);
        keepsWhatWasTyped(page, 415);
        assertThat(page.text()).contains("takes no files");
        keepsWhatWasTyped(browser(type, body.replace("--XYZ--", "")), 400);
        assertThat(
                        desk.post(
                                        ENQUIRY,
                                        Map.of("content-type", type, "accept", "application/json"),
                                        body)
                                .text())
                .contains("\"detail\":\"Send the form without files.\"");
    }

    @Test
    void other_formats_are_refused_with_one_sentence() {
        HttpResponse page =
                browser(
                        "text/plain",
                        "fullName=Tim <b>Cook\r\nmessage=My \"back\"\r\nutm_source=google\r\n");
        keepsWhatWasTyped(page, 415);

        HttpResponse program = desk.post(ENQUIRY, Map.of("content-type", "text/xml"), "<a/>");
        assertThat(program.status()).isEqualTo(415);
        assertThat(program.text())
                .contains(
                        "\"detail\":\"Send application/x-www-form-urlencoded, multipart/form-data"
                                + " or application/json.\"");
        assertThat(browser("text/xml", "<a/>").text()).contains("<!doctype html>");
    }

    @Test
    void a_body_that_is_not_whole_is_shown_as_far_as_it_came() {
        keepsWhatWasTyped(browser(URL_ENCODED, TYPED + "&x=%4"), 400);
    }

    @Test
    void a_body_that_is_too_large_is_shown_again() {
        String more = "&custom.referral=" + "a".repeat(FormBodies.LARGEST);
        HttpResponse page = browser(URL_ENCODED, TYPED + more);

        keepsWhatWasTyped(page, 413);
        assertThat(page.text()).contains("shorten it", "a".repeat(FormBodies.LARGEST));
        HttpResponse huge = browser(URL_ENCODED, TYPED + "&address.city=" + "'".repeat(5_000_000));
        keepsWhatWasTyped(huge, 413);
        assertThat(huge.body().length).isLessThan(4_000_000);
    }

    @Test
    void a_key_that_cannot_be_kept_is_no_reason_to_lose_anything() {
        keepsWhatWasTyped(browser(URL_ENCODED, TYPED, "idempotency-key", "k".repeat(201)), 400);
    }

    @Test
    void one_who_has_sent_too_much_keeps_it() {
        for (int i = 0; i < 10; i++) {
            desk.browser(TIM);
        }
        HttpResponse page = browser(URL_ENCODED, TYPED);

        keepsWhatWasTyped(page, 429);
        assertThat(page.headers()).containsEntry("Retry-After", "60");
    }

    @Test
    void a_fault_of_ours_loses_nothing() {
        Map<String, String> headers = Map.of("content-type", URL_ENCODED, "accept", BROWSER);
        HttpResponse page = desk.afterFault(ENQUIRY, headers, TYPED);

        keepsWhatWasTyped(page, 503);
        assertThat(page.text()).contains("not lost");
        assertThat(page.headers()).containsEntry("Retry-After", "2");
        assertThat(
                        desk.afterFault(
                                        ENQUIRY,
                                        Map.of(
                                                "content-type",
                                                "application/json",
                                                "origin",
                                                "https://www.brightwater.example"),
                                        "{}")
                                .headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Access-Control-Allow-Origin", "https://www.brightwater.example");
    }

    @Test
    void where_not_even_the_form_can_be_read_the_same_is_sent_again_by_a_button() {
        Map<String, String> headers = Map.of("content-type", URL_ENCODED, "accept", BROWSER);
        HttpResponse page = desk.afterFault("nobody-at-all", headers, TYPED);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text())
                .contains("action=\"/forms/nobody-at-all\"", "Send again", "role=\"alert\"")
                .contains("name=\"fullName\" type=\"hidden\" value=\"Tim &lt;b&gt;Cook\"")
                .contains("name=\"utm_source\" type=\"hidden\" value=\"google\"")
                .doesNotContain("<b>");
    }

    @Test
    void where_the_form_is_gone_what_was_typed_is_shown_to_be_kept() {
        Map<String, String> headers = Map.of("content-type", URL_ENCODED, "accept", BROWSER);
        for (String gone : List.of("brightwater-closed", "nobody-at-all", "-")) {
            HttpResponse page = desk.post(gone, headers, TYPED);

            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text())
                    .contains("fullName: Tim &lt;b&gt;Cook", "message: My &quot;back&quot;")
                    .doesNotContain("utm_source", "<b>");
            assertThat(desk.get(gone, Map.of("accept", BROWSER), Map.of()).text())
                    .contains("There is no form at this address")
                    .doesNotContain("you typed");
        }
        assertThat(desk.post("x", Map.of("content-type", "application/json"), "{}").text())
                .contains("\"not-found\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'*/*', true",
        "'', true",
        "'text/html, application/json', true",
        "'application/json;q=0, */*', true",
        "'TEXT/HTML', true",
        "'application/json', false",
        "'application/json, text/plain, */*', false",
        "'application/json, text/html;q=0.5', false",
    })
    void who_reads_json_says_so(String accept, boolean page) {
        HttpResponse answer =
                desk.post(
                        ENQUIRY,
                        Map.of("content-type", URL_ENCODED, "accept", accept),
                        "message=x");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text().startsWith("<!doctype html>")).isEqualTo(page);
    }

    @Test
    void where_a_visit_came_from_is_read_once_and_its_first_word_counts() {
        HttpResponse page =
                desk.send(
                        "GET",
                        ENQUIRY,
                        Map.of(),
                        Map.of(
                                "utm_source", List.of("google", "google"),
                                "utm_medium", List.of("cpc", "mail"),
                                "utm_term", List.of("back,neck"),
                                "consent", List.of("yes")),
                        new byte[0]);

        assertThat(page.text())
                .contains("name=\"utm_source\" type=\"hidden\" value=\"google\"")
                .contains("name=\"utm_medium\" type=\"hidden\" value=\"cpc\"")
                .contains("name=\"utm_term\" type=\"hidden\" value=\"back,neck\"")
                .doesNotContain("checked");
    }

    @Test
    void a_form_that_is_posted_to_an_address_with_parameters_keeps_them() {
        desk.send(
                "POST",
                ENQUIRY,
                Map.of("content-type", URL_ENCODED),
                Map.of(
                        "utm_source", List.of("flyer"),
                        "utm_medium", List.of("print"),
                        "fullName", List.of("Nobody")),
                "fullName=Tim+Cook&phone=0400000001&utm_source=google"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(desk.leads("Tim").getFirst().origin().utmFirst().parameters())
                .containsEntry("utm_source", "google")
                .containsEntry("utm_medium", "print");
    }

    @Test
    void the_field_that_catches_programs_is_one_that_nothing_fills_in() {
        String page = desk.get(ENQUIRY, Map.of(), Map.of()).text();
        String field = page.substring(page.indexOf("<div aria-hidden=\"true\" class=\"away\">"));

        assertThat(field)
                .contains("autocomplete=\"off\"", "tabindex=\"-1\"", "data-1p-ignore=\"true\"")
                .contains("data-lpignore=\"true\"", "data-bwignore=\"true\"");
        assertThat("leave-empty Leave this empty")
                .doesNotContainPattern(
                        "(?i)name|mail|url|web|home|site|page|company|organi[sz]ation|phone|mobile"
                                + "|tel|fax|addr|street|city|town|zip|post|country|state|user|login"
                                + "|pass|card|birth|date|title|age|sex|gender|url|link");
    }
}
