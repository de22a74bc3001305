package io.leadmap.formintake;

import static io.leadmap.formintake.FormDesk.ENQUIRY;
import static io.leadmap.formintake.FormDesk.URL_ENCODED;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class FormEndpointTest {

    private static final Map<String, String> TIM =
            Map.of(
                    "fullName", "Tim James Cook",
                    "email", "tim@example.com",
                    "phone", "0400 000 001",
                    "message", "My back hurts.",
                    "utm_source", "google");
    private static final String TIM_AS_JSON =
            "{\"fullName\": \"Tim James Cook\", \"email\": \"tim@example.com\", \"phone\": \"0400"
                    + " 000 001\"}";

    private final FormDesk desk = new FormDesk();

    @Test
    void the_hosted_page_names_the_practice_and_binds_every_label_and_help() {
        HttpResponse page =
                desk.get(
                        ENQUIRY, Map.of("referer", "https://search.example/?q=\"back\""), Map.of());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().get("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.text())
                .contains(
                        "Brightwater Physiotherapy", "<label for=\"f-fullName\">Your name</label>")
                .contains(
                        "autocomplete=\"tel\"",
                        "aria-describedby=\"f-email-help\"",
                        "id=\"f-email-help\"")
                .contains("You may contact me about my enquiry.", "name=\"_t\"", "<fieldset")
                .contains(
                        "name=\"referrer\" type=\"hidden\""
                                + " value=\"https://search.example/?q=&quot;back&quot;\"")
                .doesNotContain("<script", "serviceRequested");
    }

    @Test
    void a_submission_becomes_a_lead_and_the_browser_is_sent_to_the_thank_you_page() {
        HttpResponse answer = desk.browser(TIM);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers()).containsEntry("Location", "/forms/" + ENQUIRY + "?sent=1");
        Lead lead = desk.leads("Tim James").getFirst();
        assertThat(lead.fields().text(FieldKey.LAST_NAME)).isEqualTo("Cook");
        assertThat(lead.phone()).isEqualTo(Phone.of("+61400000001"));
        assertThat(lead.fields().text(FieldKey.SERVICE_REQUESTED)).isEqualTo("Physiotherapy");
        assertThat(lead.origin().utmFirst().parameters()).containsEntry("utm_source", "google");
        assertThat(lead.consents())
                .singleElement()
                .satisfies(consent -> {
                    assertThat(consent.given()).isFalse();
                    assertThat(consent.wording()).isEqualTo("You may contact me about my enquiry.");
                });
        assertThat(desk.get(ENQUIRY, Map.of(), Map.of("sent", "1")).text())
                .contains("Thank you. We will call you within one working day.");
    }

    @Test
    void a_program_gets_a_reference_that_is_no_lead_s_id() {
        HttpResponse answer = desk.program(TIM_AS_JSON);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text())
                .startsWith("{\"reference\":\"")
                .doesNotContain(desk.leads("Tim James").getFirst().id().value());
    }

    @Test
    void several_choices_are_kept_in_the_field_s_order() {
        desk.program(
                "{\"fullName\":\"Tim\",\"phone\":\"0400 000"
                        + " 001\",\"custom.injury\":[\"Back\",\"Neck\"]}");

        assertThat(desk.leads("Tim").getFirst().fields().get(FieldKey.custom("injury")))
                .contains(new FieldValue.Choices(List.of("Neck", "Back")));
    }

    @Test
    void what_is_wrong_stands_next_to_its_field_and_what_was_typed_is_kept() {
        HttpResponse page =
                desk.browser(
                        Map.of("fullName", "<b>Tim</b>", "email", "tim@", "utm_source", "google"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains(
                        "value=\"&lt;b&gt;Tim&lt;/b&gt;\"",
                        "value=\"tim@\"",
                        "aria-invalid=\"true\"")
                .contains("aria-describedby=\"f-email-help f-email-error\"", "id=\"f-email-error\"")
                .contains(
                        "name=\"utm_source\" type=\"hidden\" value=\"google\"", "href=\"#f-email\"")
                .doesNotContain("<b>");
    }

    @Test
    void a_lead_needs_a_name_and_a_way_to_reach_it_whatever_the_form_requires() {
        HttpResponse answer = desk.program("{\"message\": \"Call me\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("\"field\":\"fullName\"", "\"field\":\"phone\"");
    }

    @Test
    void names_that_the_form_does_not_have_are_ignored_from_browsers_and_refused_from_programs() {
        assertThat(
                        desk.browser(
                                        Map.of(
                                                "fullName",
                                                "Tim",
                                                "phone",
                                                "0400 000 001",
                                                "wp_nonce",
                                                "1"))
                                .status())
                .isEqualTo(303);
        HttpResponse answer =
                desk.program(
                        "{\"fullName\":\"Tom\",\"phone\":\"0400 000 002\",\"status\":\"BOOKED\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("\"field\":\"status\"");
    }

    @Test
    void a_joining_form_fills_blanks_and_never_overwrites() {
        desk.program(
                "{\"fullName\":\"Tim Cook\",\"email\":\"tim@example.com\",\"custom.referral\":\"My"
                        + " GP\"}");
        desk.program(
                "{\"fullName\":\"Tim Cook\",\"email\":\"TIM@example.com\",\"phone\":\"0400 000"
                        + " 001\",\"custom.referral\":\"A friend\"}");

        assertThat(desk.leads("Tim"))
                .singleElement()
                .satisfies(lead -> {
                    assertThat(lead.phone()).isEqualTo(Phone.of("+61400000001"));
                    assertThat(lead.email()).isEqualTo("tim@example.com");
                    assertThat(lead.fields().text(FieldKey.custom("referral"))).isEqualTo("My GP");
                });
    }

    @Test
    void somebody_else_at_the_same_address_is_suspended_as_a_duplicate_and_never_told() {
        desk.program("{\"fullName\":\"Tim Cook\",\"email\":\"cooks@example.com\"}");
        HttpResponse answer =
                desk.program("{\"fullName\":\"Ann Cook\",\"email\":\"cooks@example.com\"}");

        assertThat(answer.status()).isEqualTo(202);
        Lead ann = desk.leads("Ann").getFirst();
        assertThat(ann.suspension().isFor(SuspensionCause.DUPLICATE)).isTrue();
        assertThat(ann.suspension().duplicateOf()).isEqualTo(desk.leads("Tim").getFirst().id());
    }

    @Test
    void a_filled_honeypot_makes_a_lead_that_is_suspended_as_spam() {
        assertThat(
                        desk.program(
                                        "{\"fullName\":\"Bot\",\"phone\":\"0400 000"
                                                + " 009\",\"leave-empty\":\"x\"}")
                                .status())
                .isEqualTo(202);

        assertThat(desk.leads("Bot").getFirst().suspension().isFor(SuspensionCause.SPAM)).isTrue();
    }

    @Test
    void what_is_no_name_is_kept_and_answered_as_any_other() {
        String whole = "Win 👩 " + "money ".repeat(300) + "Byron";
        for (String name : List.of("Win https://spam.example/a now Byron", whole)) {
            HttpResponse answer =
                    desk.browser(Map.of("fullName", name, "email", "victim@example.com"));
            assertThat(answer.status()).isEqualTo(303);
        }

        List<Lead> kept = desk.everyLead();
        assertThat(kept)
                .hasSize(2)
                .allMatch(lead -> lead.suspension().isFor(SuspensionCause.SPAM))
                .allMatch(lead -> "Byron".equals(lead.fields().text(FieldKey.LAST_NAME)));
        assertThat(desk.messages(kept.getLast()))
                .containsExactly(whole.substring(0, whole.lastIndexOf(' ')));
    }

    @Test
    void nobody_types_as_fast_as_a_program() {
        String stamp = stamp();
        desk.passes(Duration.ofMillis(1_500));
        desk.browser(Map.of("fullName", "Bot", "phone", "0400 000 009", "_t", stamp));
        desk.passes(Duration.ofMillis(500));
        desk.browser(Map.of("fullName", "Tim", "phone", "0400 000 001", "_t", stamp));
        desk.browser(Map.of("fullName", "Tom", "phone", "0400 000 002"));
        desk.browser(Map.of("fullName", "Eve", "phone", "0400 000 003", "_t", "0" + stamp));

        assertThat(desk.leads("Bot").getFirst().suspension().isFor(SuspensionCause.SPAM)).isTrue();
        assertThat(desk.leads("Tim").getFirst().suspension().isFor(SuspensionCause.SPAM)).isFalse();
        assertThat(desk.leads("Tom").getFirst().suspension().isFor(SuspensionCause.SPAM)).isFalse();
        assertThat(desk.leads("Eve").getFirst().suspension().isFor(SuspensionCause.SPAM)).isTrue();
    }

    @Test
    void one_address_may_not_flood_a_practice() {
        for (int i = 0; i < 10; i++) {
            assertThat(
                            desk.program(
                                            "{\"fullName\":\"Tim\",\"phone\":\"0400 000 00"
                                                    + i
                                                    + "\"}")
                                    .status())
                    .isEqualTo(202);
        }
        HttpResponse answer = desk.program(TIM_AS_JSON);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers()).containsEntry("Retry-After", "60");
        assertThat(desk.leads("Tim James")).isEmpty();

        HttpResponse page = desk.browser(TIM);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("wait a minute", "Tim James Cook");

        desk.passes(Duration.ofMinutes(1));
        assertThat(desk.program(TIM_AS_JSON).status()).isEqualTo(202);
    }

    @Test
    void only_the_form_s_own_sites_may_send_it_by_script() {
        Map<String, String> ours = Map.of("origin", "https://www.brightwater.example");
        Map<String, String> hosted = Map.of("origin", "https://leadmap.example");
        Map<String, String> others = Map.of("origin", "https://evil.example");

        assertThat(desk.call("OPTIONS", ENQUIRY, ours, Map.of(), "").headers())
                .containsEntry("Access-Control-Allow-Origin", "https://www.brightwater.example")
                .containsEntry("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
        assertThat(desk.call("OPTIONS", ENQUIRY, hosted, Map.of(), "").status()).isEqualTo(204);
        assertThat(desk.call("OPTIONS", ENQUIRY, others, Map.of(), "").status()).isEqualTo(403);
        assertThat(desk.call("POST", ENQUIRY, others, Map.of(), "{}").status()).isEqualTo(403);
    }

    @Test
    void unknown_inactive_and_strangely_named_forms_are_not_there() {
        for (String id :
                List.of(
                        "brightwater-nothing",
                        "brightwater-closed",
                        "nobody-enquiry",
                        "x",
                        "-",
                        "A-b",
                        "")) {
            assertThat(desk.get(id, Map.of(), Map.of()).status()).isEqualTo(404);
        }
    }

    @Test
    void bodies_that_are_too_large_or_in_another_format_are_refused() {
        String large = "message=" + "a".repeat(64 * 1024);

        assertThat(desk.post(ENQUIRY, Map.of("content-type", URL_ENCODED), large).status())
                .isEqualTo(413);
        assertThat(desk.post(ENQUIRY, Map.of("content-type", "text/xml"), "<a/>").status())
                .isEqualTo(415);
        assertThat(desk.post(ENQUIRY, Map.of("content-type", "application/json"), "{").status())
                .isEqualTo(400);
    }

    @Test
    void a_form_with_a_redirect_sends_the_browser_there() {
        HttpResponse answer =
                desk.post(
                        "brightwater-massage",
                        Map.of("content-type", URL_ENCODED),
                        "firstName=Tim&lastName=Cook&email=tim%40example.com&phone=0400000001");

        assertThat(answer.headers())
                .containsEntry("Location", "https://www.brightwater.example/thanks");
    }

    @Test
    void the_description_for_programs_names_fields_honeypot_and_stamp() {
        HttpResponse answer = desk.get(ENQUIRY, Map.of("accept", "application/json"), Map.of());

        assertThat(answer.text())
                .contains(
                        "\"honeypot\":\"leave-empty\"",
                        "\"_t\":\"",
                        "\"kind\":\"dropdown\"",
                        "\"Extras cover\"");
    }

    private String stamp() {
        Matcher found =
                Pattern.compile("name=\"_t\" type=\"hidden\" value=\"([^\"]+)\"")
                        .matcher(desk.get(ENQUIRY, Map.of(), Map.of()).text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
