package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Ways through the console that lead somewhere: search, keys, older history, and back from trouble.
 */
class WaysTest {

    private static String lead(String name) {
        return Product.running()
                .lead(
                        "northlight",
                        "isla",
                        Map.of(
                                "firstName",
                                name,
                                "email",
                                name.toLowerCase(java.util.Locale.ROOT) + "@example.com"));
    }

    @Test
    void a_name_is_searched_for_from_any_page_and_j_and_k_walk_through_what_is_found() {
        lead("Wayland");
        lead("Waylon");
        try (Window isla = Window.wide().as("Isla Brown", "#/today")) {
            Page page = isla.page();
            page.keyboard().press("/");
            page.keyboard().type("Way");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*#/leads\\?q=Way"));
            assertThat(page.locator("tbody .name")).hasCount(2);
            page.locator("h1").focus();
            page.keyboard().press("j");
            assertThat(page.locator("tbody .name").first()).isFocused();
            page.keyboard().press("j");
            assertThat(page.locator("tbody .name").nth(1)).isFocused();
            page.keyboard().press("k");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Wayl");
            page.keyboard().press("?");
            assertThat(page.locator("dialog")).containsText("Keyboard shortcuts");
            isla.isAccessible();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).hasCount(0);
            page.keyboard().press("o");
            assertThat(page.locator(".menu.owner[open]")).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press("g");
            page.keyboard().press("r");
            assertThat(page.locator("h1")).hasText("Mega Report");
            assertThat(isla.complaints()).isEmpty();
        }
    }

    @Test
    void a_long_history_is_read_a_page_at_a_time_and_by_kind() {
        String lead = lead("Longwinded");
        for (int i = 0; i < 32; i++) {
            Product.running()
                    .ask(
                            "northlight",
                            "isla",
                            "PATCH",
                            "/leads/" + lead,
                            Map.of("comment", "Edit " + i));
        }
        Product.running()
                .ask(
                        "northlight",
                        "isla",
                        "POST",
                        "/leads/" + lead + "/calls",
                        Map.of("outcome", "voicemail"));
        try (Window isla = Window.wide().as("Isla Brown", "#/leads/" + lead)) {
            Page page = isla.page();
            assertThat(page.locator(".hist")).containsText("called, voicemail");
            assertThat(page.locator(".hist")).not().containsText("created the lead");
            isla.button("Load older").click();
            assertThat(page.locator(".hist")).containsText("created the lead");
            isla.exactly("Calls").click();
            assertThat(page.locator(".hist section").first()).not().containsText("Edit 3");
            assertThat(page.locator(".hist")).containsText("called, voicemail");
            isla.exactly("Mail").click();
            assertThat(page.locator(".hist")).containsText("Nothing of this kind.");
            assertThat(isla.complaints()).isEmpty();
        }
    }

    @Test
    void what_could_not_be_loaded_says_so_and_is_asked_for_again() {
        try (Window isla = Window.wide().as("Isla Brown", "#/reports/mega")) {
            Page page = isla.page();
            page.route(
                    Pattern.compile(".*/(today|leads)\\?.*"),
                    route ->
                            route.fulfill(
                                    new Route.FulfillOptions()
                                            .setStatus(400)
                                            .setContentType("application/problem+json")
                                            .setBody("{\"detail\": \"Not like this.\"}")));
            page.navigate(Product.running().address() + "/console/#/leads?q=Trouble");
            assertThat(page.locator("main")).containsText("Not like this.");
            isla.isAccessible();
            page.unroute(Pattern.compile(".*/(today|leads)\\?.*"));
            isla.button("Try again").click();
            assertThat(page.locator("main")).containsText("No lead matches.");
        }
    }
}
