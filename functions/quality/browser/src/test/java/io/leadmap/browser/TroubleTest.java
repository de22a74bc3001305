package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Statement 29 of the console's acceptance: a save that is not answered. */
class TroubleTest {

    private static String add(String name) {
        return Product.running()
                .lead(
                        "brightwater",
                        "ava",
                        Map.of("firstName", name, "email", name + "@example.com"));
    }

    @Test
    void
            statement_29_a_save_that_fails_is_said_and_repeated_under_its_key_until_it_is_stored_once() {
        String lead = add("Troubled");
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads/" + lead)) {
            AtomicBoolean failing = new AtomicBoolean(true);
            ava.page()
                    .route(
                            "**/leads/" + lead,
                            route -> {
                                if (route.request().method().equals("PATCH") && failing.get()) {
                                    route.fulfill(
                                            new Route.FulfillOptions()
                                                    .setStatus(500)
                                                    .setBody("{}"));
                                } else {
                                    route.resume();
                                }
                            });
            ava.edit("firstName", "Steady");
            assertThat(ava.page().locator(".troubles")).containsText("Not saved.");
            assertThat(ava.value("firstName")).hasText("Steady");
            ava.isAccessible();
            failing.set(false);
            assertThat(ava.said()).containsText("First name saved");
            assertThat(ava.page().locator(".troubles")).hasCount(0);
            assertThat(ava.sent("PATCH", lead).stream().map(TroubleTest::key).distinct())
                    .hasSize(1);
            assertThat(
                            ava.page()
                                    .locator(
                                            ".hist li",
                                            new com.microsoft.playwright.Page.LocatorOptions()
                                                    .setHasText("→ Steady")))
                    .hasCount(1);
        }
    }

    @Test
    void statement_29_what_is_saved_offline_waits_on_the_page_and_survives_a_reload() {
        String lead = add("Offliner");
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads/" + lead)) {
            ava.value("firstName").waitFor();
            ava.page().route("**/leads/" + lead, Route::abort);
            ava.edit("firstName", "Patient");
            assertThat(ava.page().locator(".troubles")).containsText("First name waits.");
            ava.page().unroute("**/leads/" + lead);
            ava.page().reload();
            assertThat(ava.said())
                    .containsText("First name, from before the page was loaded again, is saved");
            assertThat(
                            Product.running()
                                    .ask("brightwater", "ava", "GET", "/leads/" + lead, null)
                                    .path("firstName")
                                    .asText())
                    .isEqualTo("Patient");
        }
    }

    private static String key(Request request) {
        return String.valueOf(request.headers().get("idempotency-key"));
    }
}
