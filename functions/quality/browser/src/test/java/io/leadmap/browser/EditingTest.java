package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Statements 3 to 7 of the console's acceptance: a value that is edited where it stands. */
class EditingTest {

    private static int made;
    private String lead = "";

    @BeforeEach
    void add() {
        made++;
        lead =
                Product.running()
                        .lead(
                                "brightwater",
                                "ava",
                                Map.of(
                                        "firstName",
                                        "Edith" + made,
                                        "lastName",
                                        "Field",
                                        "email",
                                        "edith%d@example.com".formatted(made),
                                        "phone",
                                        "0491 570 1%02d".formatted(made)));
    }

    private Window open(String name) {
        Window window = Window.wide().as(name, "#/leads/" + lead);
        window.value("phone").waitFor();
        return window;
    }

    private String stored(String field) {
        return Product.running()
                .ask("brightwater", "ava", "GET", "/leads/" + lead, null)
                .path(field)
                .asText();
    }

    @Test
    void statement_3_an_edit_is_one_patch_with_if_match_and_the_focus_is_where_it_was_meant() {
        try (Window ava = open("Ava Thompson")) {
            ava.value("phone").click();
            ava.control("phone").fill("0491 570 156");
            ava.page().keyboard().press("Tab");
            assertThat(ava.said()).containsText("Phone saved");
            assertThat(ava.value("email")).isFocused();
            assertThat(ava.sent("PATCH", lead)).hasSize(1);
            assertThat(ava.sent("PATCH", lead).getFirst().headers()).containsKey("if-match");
            assertThat(stored("phone")).isEqualTo("+61491570156");

            ava.edit("phone", "0491 570 157");
            assertThat(ava.value("phone")).hasText("+61491570157");
            assertThat(ava.value("phone")).isFocused();
            assertThat(ava.sent("PATCH", lead)).hasSize(2);

            ava.edit("phone", "+61491570157");
            ava.value("phone").click();
            ava.control("phone").fill("0491 570 158");
            ava.page().keyboard().press("Escape");
            assertThat(ava.value("phone")).hasText("+61491570157");
            assertThat(ava.value("phone")).isFocused();
            assertThat(ava.sent("PATCH", lead)).hasSize(2);

            ava.edit("phone", "12");
            assertThat(ava.page().locator("#f-phone-e")).containsText("Some digits are missing");
            assertThat(ava.control("phone")).isFocused();
            assertThat(ava.control("phone")).hasValue("12");
            ava.isAccessible();
            assertThat(ava.complaints()).isEmpty();
        }
    }

    @Test
    void statement_4_undo_restores_the_value_and_the_history_shows_both() {
        try (Window ava = open("Ava Thompson")) {
            String before = stored("phone");
            ava.edit("phone", "0491 570 110");
            ava.said().getByText("Undo").click();
            assertThat(ava.value("phone")).hasText(before);
            assertThat(ava.page().locator(".hist")).containsText("Phone +61491570110 → " + before);
            assertThat(ava.page().locator(".hist"))
                    .containsText("Phone " + before + " → +61491570110");
        }
    }

    @Test
    void statement_5_two_people_edit_one_phone_and_neither_loses_what_was_typed() {
        try (Window ava = open("Ava Thompson");
                Window noah = open("Noah Singh")) {
            ava.edit("phone", "0491 570 156");
            assertThat(ava.said()).containsText("Phone saved");
            noah.edit("phone", "0491 570 157");
            Locator conflict = noah.page().locator(".clash");
            assertThat(conflict).containsText("Phone was changed by Ava Thompson");
            assertThat(conflict).containsText("+61491570156");
            assertThat(conflict).containsText("0491 570 157");
            noah.isAccessible();
            noah.button("Use mine").click();
            assertThat(noah.said()).containsText("Phone saved");
            assertThat(stored("phone")).isEqualTo("+61491570157");

            ava.edit("phone", "0491 570 158");
            ava.button("Keep theirs").click();
            assertThat(ava.value("phone")).hasText("+61491570157");
            assertThat(stored("phone")).isEqualTo("+61491570157");
        }
    }

    @Test
    void statement_6_edits_of_different_fields_and_quick_edits_never_meet() {
        try (Window ava = open("Ava Thompson");
                Window noah = open("Noah Singh")) {
            ava.edit("serviceRequested", "Knee");
            noah.edit("lastName", "Meadow");
            assertThat(noah.said()).containsText("Last name saved");
            for (int i = 0; i < 10; i++) {
                ava.edit(i % 2 == 0 ? "firstName" : "serviceRequested", "Quick " + i);
            }
            assertThat(ava.value("serviceRequested")).hasText("Quick 9");
            assertThat(ava.page().locator(".edit, dd small")).hasCount(0);
            assertThat(ava.page().locator(".clash")).hasCount(0);
            assertThat(noah.page().locator(".clash")).hasCount(0);
            assertThat(stored("lastName")).isEqualTo("Meadow");
            assertThat(stored("firstName")).isEqualTo("Quick 8");
            assertThat(stored("serviceRequested")).isEqualTo("Quick 9");
        }
    }

    @Test
    void statement_7_a_lead_without_email_is_suspended_until_it_has_one_and_needs_one_of_two() {
        try (Window ava = open("Ava Thompson")) {
            ava.edit("email", "");
            assertThat(ava.page().locator(".banner")).containsText("Incomplete: no email.");
            assertThat(ava.said()).containsText("Undo");
            ava.edit("phone", "");
            assertThat(ava.page().locator(".error")).containsText("a lead needs one");
            ava.page().keyboard().press("Escape");
            ava.isAccessible();
            ava.exactly("Add email").click();
            ava.control("email").fill("edith.back@example.com");
            ava.page().keyboard().press("Enter");
            assertThat(ava.page().locator(".banner")).hasCount(0);
            assertThat(ava.page().locator(".hist")).containsText("reinstated the lead");
            assertThat(ava.page().locator(".hist")).containsText("suspended the lead: Incomplete");
        }
    }
}
