package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** A form loses nobody, and is no mail gun. */
class FormsTest {

    private static final String ENQUIRY = "/forms/brightwater-enquiry";
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private static Leadmap leadmap;
    private static Caller ava;

    @BeforeAll
    static void start() {
        leadmap = Leadmap.shared();
        ava = leadmap.as("brightwater", "ava");
    }

    private static Answer browser(String body, String origin) {
        leadmap.advance("PT1M"); // past the limit of a network address
        return leadmap.anyone()
                .send(
                        "POST",
                        ENQUIRY,
                        body,
                        URL_ENCODED,
                        Map.of("Accept", BROWSER, "Origin", origin));
    }

    @Test
    void a_person_on_a_site_that_is_not_listed_goes_on_from_the_hosted_page() {
        Answer page =
                browser("fullName=Olga+Listed&phone=0418+000+001", "https://elsewhere.example")
                        .expect(403);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("Olga Listed", "0418 000 001", "send it from here");
        browser("fullName=Olga+Listed&phone=0418+000+001", "null").expect(303);
        assertThat(ava.lead("Olga").path("phone").asText()).isEqualTo("+61418000001");
    }

    @Test
    void an_old_page_s_letters_arrive_as_they_were_typed() {
        browser("fullName=J%FCrgen+Wei%DF&phone=0418+000+002", "null").expect(303);

        assertThat(ava.lead("0418000002").path("name").asText()).isEqualTo("Jürgen Weiß");
    }

    @Test
    void where_a_visit_came_from_counts_once() {
        Answer page =
                leadmap.anyone()
                        .get(ENQUIRY + "?utm_source=google&utm_source=google&utm_medium=a,b")
                        .expect(200);

        assertThat(page.body())
                .contains("value=\"google\"", "value=\"a,b\"")
                .doesNotContain("google,google");
    }

    @Test
    void what_looks_like_an_encoded_word_arrives_as_it_was_typed() {
        String name = "=?utf-8?q?Free=20money?= Byron";
        leadmap.advance("PT1M");
        leadmap.submit(
                        "brightwater-enquiry",
                        Map.of(
                                "fullName", name,
                                "email", "literal@example.com",
                                "phone", "0418 000 003"))
                .expect(303);

        eventually(() -> assertThat(leadmap.mailTo("literal@example.com")).isNotEmpty());
        JsonNode mail = leadmap.mailTo("literal@example.com").getLast();
        assertThat(mail.path("subject").asText() + mail.path("html").asText())
                .contains("=?utf-8?q?Free=20money?=")
                .doesNotContain("Free money");
    }

    @Test
    void a_name_with_a_link_is_kept_and_mailed_to_nobody() {
        leadmap.advance("PT1M");
        leadmap.submit(
                        "brightwater-enquiry",
                        Map.of(
                                "fullName", "Win https://spam.example/a now Byron",
                                "email", "victim@example.com",
                                "phone", "0418 000 004"))
                .expect(303);

        JsonNode lead = ava.lead("0418000004");
        assertThat(lead.path("suspended").path("cause").asText()).isEqualTo("SPAM");
        leadmap.advance("P8D");
        assertThat(leadmap.mailTo("victim@example.com")).isEmpty();
    }

    @Test
    void two_people_whose_programs_send_one_key_are_two() {
        leadmap.advance("PT1M");
        Map<String, String> key = Map.of("Idempotency-Key", "one-for-all");
        List<String> references =
                List.of("Kim", "Lou").stream()
                        .map(name ->
                                Map.of(
                                        "fullName",
                                        name + " Onekey",
                                        "email",
                                        name + "@key.example"))
                        .map(Leadmap::json)
                        .map(body ->
                                leadmap.anyone()
                                        .send("POST", ENQUIRY, body, "application/json", key)
                                        .expect(202)
                                        .body())
                        .toList();

        assertThat(references).doesNotHaveDuplicates();
        assertThat(ava.lead("Lou Onekey").path("email").asText())
                .isEqualToIgnoringCase("lou@key.example");
        leadmap.anyone()
                .send(
                        "POST",
                        ENQUIRY,
                        "{}",
                        "application/json",
                        Map.of("Idempotency-Key", "k".repeat(201)))
                .expect(400);
    }
}
