package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.regex.Pattern;

/** Statement 25: a day's work by the keyboard alone. */
class WithoutMouseTest {

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Where the focus is can be seen. */
    private static void seen(Page page) {
        assertThat(
                        page.evaluate(
                                "document.activeElement !== document.body &&"
                                        + " document.activeElement.matches(':focus-visible')"))
                .isEqualTo(true);
    }

    @Test
    void statement_25_a_lead_is_added_called_noted_written_to_booked_and_left_for_the_next() {
        Product.running()
                .lead(
                        "brightwater",
                        "ava",
                        Map.of("firstName", "Nextly", "email", "nextly@example.com"));
        try (Window ava = Window.wide().as("Ava Thompson", "#/today")) {
            Page page = ava.page();
            press(page, "a");
            assertThat(page.getByLabel("First name")).isFocused();
            page.keyboard().type("Nextia");
            press(page, "Tab", "Tab");
            page.keyboard().type("0491 570 156");
            press(page, "Tab");
            page.keyboard().type("nextia@example.com");
            press(page, "Enter");
            assertThat(page.locator("h1")).containsText("Nextia");
            page.locator(".hist li").first().waitFor();

            press(page, "c");
            seen(page);
            press(page, "Space", "Tab");
            page.keyboard().type("Wants to come on Thursday.");
            press(page, "Control+Enter");
            assertThat(ava.said()).containsText("Call logged: reached");
            assertThat(page.locator(".menu.status > summary")).containsText("Contacted");

            page.locator("h1").focus();
            press(page, "n");
            seen(page);
            page.keyboard().type("Allergic to tape.");
            press(page, "Control+Enter");
            assertThat(ava.said()).containsText("Note added");

            page.locator("h1").focus();
            press(page, "m");
            seen(page);
            assertThat(page.locator("#mail-macro")).containsText("Prices");
            page.keyboard().type("Pric");
            assertThat(page.locator("#mail-subject")).hasValue("Our prices");
            press(page, "Control+Enter");
            assertThat(ava.said()).containsText("The mail is on its way");

            page.locator("h1").focus();
            press(page, "s");
            seen(page);
            press(page, "Tab", "Tab");
            seen(page);
            press(page, "Enter");
            assertThat(page.locator(".menu.status > summary")).containsText("Booked");
            assertThat(page.locator(".menu.status > summary")).isFocused();

            press(page, "/");
            page.keyboard().type("Next");
            press(page, "Enter");
            assertThat(page.locator("tbody .name")).hasCount(2);
            page.locator("h1").focus();
            press(page, "j", "Enter");
            assertThat(page.locator("h1")).containsText("Nextia");
            press(page, "]");
            assertThat(page.locator("h1")).hasText("Nextly");
            assertThat(page).hasURL(Pattern.compile(".*in=q%3DNext.*"));
            seen(page);
            assertThat(ava.complaints()).isEmpty();
        }
    }
}
