package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The two pictures with which the README begins: a morning on Today, and one lead's record. What
 * they show is asserted at every run; with {@code -Dpictures.write=true} they are taken anew.
 */
class PicturesTest {

    private static final Path PICTURES = Product.repository().resolve("infrastructure/pictures");

    private final Product product = Product.alone("2026-03-02T00:00:00Z");

    private String enquire(String name, String phone, String message) {
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.com";
        post(
                null,
                "/forms/brightwater-enquiry",
                Map.of("fullName", name, "email", email, "phone", phone, "message", message));
        return product.ask("brightwater", "mei", "GET", "/leads?suspended=any&q=" + email, null)
                .at("/items/0/id")
                .asText();
    }

    private JsonNode post(@org.jspecify.annotations.Nullable String who, String path, Object body) {
        return product.ask("brightwater", who == null ? "mei" : who, "POST", path, body);
    }

    private void later(String duration) {
        post(null, "/_local/clock", Map.of("advance", duration));
    }

    private void call(String who, String lead, String outcome, String note) {
        post(who, "/leads/" + lead + "/calls", Map.of("outcome", outcome, "note", note));
    }

    /** Gives the lead whose record is shown. */
    private String morning() {
        String grace = enquire("Grace Nguyen", "0491 570 156", "Can you treat a knee?");
        String oscar = enquire("Oscar Lindgren", "0491 570 157", "Is it the ankle again?");
        String monique =
                enquire("Monique Lee", "0491 570 158", "My shoulder is stiff in the morning.");
        later("PT12M");
        call("ava", grace, "noAnswer", "");
        call("noah", oscar, "reached", "Plays football, wants Thursdays.");
        String helen = enquire("Helen Cho", "0491 570 159", "I need a new date.");
        call("ava", helen, "reached", "");
        post("ava", "/leads/" + helen + "/status", Map.of("status", "BOOKED"));
        post("ava", "/leads/" + helen + "/status", Map.of("status", "CANCELLED"));
        later("PT9M");
        call("ava", monique, "reached", "Prefers mornings, will ask her insurer.");
        post("ava", "/leads/" + monique + "/steps/called", Map.of("value", true));
        post(
                "ava",
                "/leads/" + monique + "/notes",
                Map.of("html", "<p>Sent by a friend from the tennis club.</p>"));
        post(
                "mei",
                "/todos",
                Map.of(
                        "leadId", monique,
                        "assigneeId", "ava",
                        "text", "Send Monique the price list",
                        "dueAt", "2026-03-02T01:00:00Z"));
        enquire("Ingrid Solberg", "0491 570 110", "Back pain since the weekend.");
        later("PT4M");
        enquire("Ahmed Farouk", "0491 570 313", "Do you treat runners?");
        later("PT2M");
        return monique;
    }

    private static void take(Page page, String name) {
        if (Boolean.getBoolean("pictures.write")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));
        }
    }

    @Test
    void the_readme_begins_with_a_morning_on_today_and_a_record() {
        String monique = morning();
        try (Window ava = Window.of(1280, 860).as(product, "Ava Thompson", "#/today")) {
            Page page = ava.page();
            assertThat(page.locator("h1")).hasText("Today, Mon 2 Mar");
            for (String waiting :
                    List.of("Ingrid Solberg", "Ahmed Farouk", "Grace Nguyen", "Helen Cho")) {
                assertThat(page.locator("[data-row] .name", named(waiting))).hasCount(1);
            }
            assertThat(page.locator("[data-row]", named("Send Monique the price list")))
                    .hasCount(1);
            assertThat(page.locator("main")).containsText("practice target 5 min");
            take(page, "today.png");

            page.navigate(product.address() + "/console/#/leads/" + monique);
            assertThat(page.locator("h1")).containsText("Monique Lee");
            assertThat(page.locator(".hist"))
                    .containsText("called, reached: “Prefers mornings, will ask her insurer.”");
            assertThat(page.locator(".hist")).containsText("did the step Called the lead");
            assertThat(page.locator(".hist")).containsText("noted: “Sent by a friend");
            assertThat(page.locator(".map")).containsText("open now");
            take(page, "lead.png");
            assertThat(PICTURES.resolve("today.png")).exists();
            assertThat(PICTURES.resolve("lead.png")).exists();
            assertThat(ava.complaints()).isEmpty();
        }
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
