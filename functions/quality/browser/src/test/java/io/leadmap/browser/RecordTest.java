package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.Test;

import java.util.Map;

/**
 * Statements 9, 10, 12, 14, 15, 24 and 26 of the console's acceptance, as far as the record reaches
 * them.
 */
class RecordTest {

    private static String add(String first) {
        return Product.running()
                .lead(
                        "brightwater",
                        "ava",
                        Map.of(
                                "firstName", first,
                                "email", first.replaceAll("\\W", "") + "@example.com",
                                "phone", "0491 570 1" + (10 + first.length())));
    }

    private static Window open(String lead) {
        Window window = Window.wide().as("Ava Thompson", "#/leads/" + lead);
        window.page().locator(".hist li").first().waitFor();
        return window;
    }

    private static void call(Window window, String outcome) {
        window.page().getByLabel(outcome).check();
        window.button("Log call").click();
        assertThat(window.said()).containsText("Call logged: " + outcome);
    }

    @Test
    void statement_9_attempts_are_counted_and_the_third_warns_before_and_reached_moves_the_lead() {
        try (Window ava = open(add("Attempt"))) {
            Locator centre = ava.page().locator(".centre");
            call(ava, "no answer");
            assertThat(centre).containsText("1 attempt");
            call(ava, "voicemail");
            assertThat(centre).containsText("2 attempts");
            ava.page().getByLabel("no answer").check();
            assertThat(centre).containsText("Attempt 3 of 3. The lead may be swept after 24 h.");
            ava.isAccessible();
            call(ava, "reached");
            assertThat(ava.page().locator(".menu.status > summary")).containsText("Contacted");
            assertThat(ava.page().locator(".hist")).containsText("called, reached");
        }
    }

    @Test
    void statement_10_a_mail_that_is_being_written_survives_a_reload_and_is_gone_when_sent() {
        try (Window ava = open(add("Drafted"))) {
            ava.page().keyboard().press("e");
            ava.page().keyboard().type("Your question");
            ava.page().locator("#mail-text").fill("Yes, we do.\n\nCome on Monday.");
            ava.page().reload();
            ava.page()
                    .getByText(
                            "Email",
                            new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(ava.page().locator("#mail-subject")).hasValue("Your question");
            assertThat(ava.page().locator("#mail-text")).hasValue("Yes, we do.\n\nCome on Monday.");
            ava.isAccessible();
            ava.page().locator("#mail-text").press("Control+Enter");
            assertThat(ava.said()).containsText("The mail is on its way");
            assertThat(ava.page().locator("#mail-subject")).hasValue("");
            assertThat(String.valueOf(ava.page().evaluate("JSON.stringify(sessionStorage)")))
                    .doesNotContain("Monday");
            assertThat(ava.sent("POST", "/emails?")).isEmpty();
            assertThat(
                            ava.sent("POST", "/emails").stream()
                                    .filter(request -> request.url().endsWith("/emails")))
                    .hasSize(1);
        }
    }

    @Test
    void statement_12_an_empty_placeholder_is_marked_and_sending_asks() {
        try (Window ava = open(add("Placed"))) {
            ava.page().keyboard().press("e");
            ava.page().keyboard().type("To {{lead.lastName|whom it concerns}}");
            ava.page().locator("#mail-text").fill("You live in {{lead.address}}.");
            ava.exactly("Preview").click();
            assertThat(ava.page().locator(".letter-head")).containsText("To whom it concerns");
            assertThat(ava.page().locator(".centre .is-warn")).containsText("lead.address");
            ava.isAccessible();
            ava.button("Send").click();
            assertThat(ava.page().locator("dialog")).containsText("lead.address");
            assertThat(ava.exactly("Cancel")).isFocused();
            ava.isAccessible();
            ava.page().keyboard().press("Escape");
            assertThat(ava.page().locator("dialog")).hasCount(0);
            assertThat(
                            ava.sent("POST", "/emails").stream()
                                    .filter(request -> request.url().endsWith("/emails")))
                    .isEmpty();
        }
    }

    @Test
    void statement_14_a_name_of_markup_is_text_everywhere() {
        String name = "<img src=x onerror=alert(1)>";
        try (Window ava = open(add(name))) {
            assertThat(ava.page().locator("h1")).containsText(name);
            assertThat(ava.page()).hasTitle(java.util.regex.Pattern.compile("<img src=x.*"));
            assertThat(ava.page().locator("img")).hasCount(0);
            ava.page().navigate(Product.running().address() + "/console/#/leads");
            assertThat(ava.page().locator("tbody")).containsText(name);
            assertThat(ava.page().locator("img")).hasCount(0);
            assertThat(ava.complaints()).isEmpty();
        }
    }

    @Test
    void statement_15_a_lead_is_not_lost_without_a_reason_and_the_dialog_says_what_it_does() {
        try (Window ava = open(add("Loser"))) {
            Locator status = ava.page().locator(".menu.status > summary");
            status.click();
            ava.isAccessible();
            ava.exactly("Lost").click();
            Locator dialog = ava.page().locator("dialog");
            assertThat(dialog).containsText("close the map");
            assertThat(ava.exactly("Cancel")).isFocused();
            ava.isAccessible();
            ava.button("Set to Lost").click();
            assertThat(dialog).containsText("Choose why the lead is lost.");
            ava.page().keyboard().press("Escape");
            assertThat(dialog).hasCount(0);
            assertThat(status).isFocused();
            assertThat(status).containsText("Created");

            status.click();
            ava.exactly("Lost").click();
            ava.page().getByLabel("Loss reason").selectOption("priceShopping");
            ava.button("Set to Lost").click();
            assertThat(ava.said()).containsText("Status is Lost");
            assertThat(status).containsText("Lost");
            assertThat(ava.page().locator(".hist")).containsText("Price shopping");
        }
    }

    @Test
    void statement_24_an_intact_history_says_how_many_entries_it_has() {
        try (Window ava = open(add("Verified"))) {
            ava.exactly("Verify").click();
            assertThat(ava.page().locator(".hist")).containsText("Verified, ");
        }
    }

    @Test
    void statement_26_letters_do_nothing_while_somebody_types_or_has_switched_them_off() {
        try (Window ava = open(add("Typing"))) {
            ava.page().locator("#call-note").click();
            ava.page().keyboard().type("a e ? s");
            assertThat(ava.page().locator("dialog")).hasCount(0);
            assertThat(ava.page().locator("#call-note")).hasValue("a e ? s");
            ava.page().locator("h1").click();
            ava.page().keyboard().press("?");
            ava.page().getByLabel("Single-key shortcuts").uncheck();
            ava.isAccessible();
            ava.page().keyboard().press("Escape");
            ava.page().keyboard().press("a");
            assertThat(ava.page().locator("dialog")).hasCount(0);
        }
    }
}
