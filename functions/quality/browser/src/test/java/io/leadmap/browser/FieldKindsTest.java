package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** Every kind of value, the practice's own among them, is edited where it stands. */
class FieldKindsTest {

    private static JsonNode stored(String practice, String person, String lead) {
        return Product.running().ask(practice, person, "GET", "/leads/" + lead, null);
    }

    private static Locator box(Window window, String field) {
        return window.page().locator("#f-" + field.replace('.', '-') + "-box");
    }

    private static void choose(Window window, String field, String option) {
        window.value(field).click();
        box(window, "custom." + field).locator("select").selectOption(option);
    }

    private static void isShown(Window window, String field, String text) {
        assertThat(window.value(field)).hasText(text);
    }

    @Test
    void what_a_person_is_asked_everywhere_is_typed_chosen_and_shown() {
        String lead =
                Product.running()
                        .lead(
                                "brightwater",
                                "ava",
                                Map.of("firstName", "Kinds", "email", "kinds@example.com"));
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads/" + lead)) {
            Page page = ava.page();
            ava.value("address").click();
            page.getByLabel("Street").fill("12 Harbour Street");
            page.getByLabel("City").fill("Melbourne");
            page.getByLabel("Country (two letters)").fill("AU");
            ava.isAccessible();
            page.keyboard().press("Enter");
            isShown(ava, "address", "12 Harbour Street, Melbourne, AU");

            ava.edit("dateOfBirth", "1984-02-29");
            isShown(ava, "dateOfBirth", "29 Feb 1984");

            ava.value("source").click();
            ava.control("source").selectOption("Google Search");
            isShown(ava, "source", "Google Search");
            ava.value("division").click();
            ava.control("division").selectOption("Massage");
            isShown(ava, "division", "Massage");

            ava.value("comment").click();
            ava.control("comment").fill("First line\nsecond line");
            page.keyboard().press("Control+Enter");
            assertThat(ava.value("comment")).containsText("second line");

            choose(ava, "insurance", "Work cover");
            isShown(ava, "insurance", "Work cover");

            ava.value("injury").click();
            box(ava, "custom.injury").getByLabel("Neck").check();
            box(ava, "custom.injury").getByLabel("Knee").check();
            ava.isAccessible();
            page.keyboard().press("Enter");
            isShown(ava, "injury", "Neck, Knee");

            ava.value("injured-on").click();
            box(ava, "custom.injured-on").locator("input").fill("2026-01-31");
            page.keyboard().press("Enter");
            assertThat(ava.value("injured-on")).containsText("31 Jan");
            assertThat(ava.said()).containsText("Since when? saved");
            ava.button("Undo").click();
            assertThat(ava.value("injured-on")).hasText("Add");

            JsonNode now = stored("brightwater", "ava", lead);
            assertThat(now.path("address").path("city").asText()).isEqualTo("Melbourne");
            assertThat(now.path("dateOfBirth").asText()).isEqualTo("1984-02-29");
            assertThat(now.path("custom").path("insurance").asText()).isEqualTo("Work cover");
            assertThat(now.path("custom").path("injury").valueStream().map(JsonNode::asText))
                    .containsExactly("Neck", "Knee");
            assertThat(ava.complaints()).isEmpty();
        }
    }

    @Test
    void a_number_a_radio_and_a_single_tick_are_values_too() {
        String lead =
                Product.running()
                        .lead(
                                "northlight",
                                "isla",
                                Map.of("firstName", "Kinds", "email", "kinds@example.com"));
        try (Window isla = Window.wide().as("Isla Brown", "#/leads/" + lead)) {
            Page page = isla.page();
            isla.value("budget").click();
            box(isla, "custom.budget").locator("input").fill("250.5");
            page.keyboard().press("Enter");
            isShown(isla, "budget", "250.5");

            choose(isla, "insurance", "Private insurance");
            isShown(isla, "insurance", "Private insurance");

            choose(isla, "patch-test", "yes");
            isShown(isla, "patch-test", "yes");
            assertThat(isla.said()).containsText("Patch test wanted saved");

            JsonNode custom = stored("northlight", "isla", lead).path("custom");
            assertThat(custom.path("budget").asDouble()).isEqualTo(250.5);
            assertThat(custom.path("patch-test").booleanValue()).isTrue();
            assertThat(isla.complaints()).isEmpty();
        }
    }
}
