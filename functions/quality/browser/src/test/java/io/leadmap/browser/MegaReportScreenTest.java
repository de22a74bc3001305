package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Statement 21 of the console's acceptance. */
class MegaReportScreenTest {

    private static JsonNode counted() {
        return Product.running()
                .ask(
                        "northlight",
                        "isla",
                        "GET",
                        "/reports/mega?from=2026-01-01&to=2026-12-31",
                        null);
    }

    @Test
    void statement_21_every_number_that_is_not_zero_opens_a_list_of_exactly_that_length() {
        for (int i = 0; i < 3; i++) {
            String lead =
                    Product.running()
                            .lead(
                                    "northlight",
                                    "isla",
                                    Map.of(
                                            "firstName",
                                            "Mega" + i,
                                            "email",
                                            "mega%d@example.com".formatted(i)));
            if (i == 0) {
                Product.running()
                        .ask(
                                "northlight",
                                "isla",
                                "POST",
                                "/leads/" + lead + "/status",
                                Map.of("status", "LOST", "lossReason", "noContact"));
            }
        }
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (counted().findValuesAsText("total").stream().mapToInt(Integer::parseInt).sum() < 4) {
            assertThat(Instant.now()).isBefore(deadline);
        }
        try (Window isla = Window.wide().as("Isla Brown", "#/reports/mega")) {
            isla.page().locator(".mega td a").first().waitFor();
            isla.isAccessible();
            Locator numbers = isla.page().locator(".mega td a");
            int all = numbers.count();
            assertThat(all).isGreaterThanOrEqualTo(4);
            for (int i = 0; i < all; i++) {
                int expected = Integer.parseInt(numbers.nth(i).textContent());
                numbers.nth(i).click();
                assertThat(isla.page().locator(".side .rows li")).hasCount(expected);
                assertThat(isla.page().locator("#panel")).isFocused();
                isla.page().keyboard().press("Escape");
                assertThat(numbers.nth(i)).isFocused();
            }
            numbers.first().click();
            isla.page().locator(".side .rows li").first().waitFor();
            isla.isAccessible();
            isla.page().setViewportSize(320, 700);
            isla.doesNotScrollSideways();
            assertThat(isla.complaints()).isEmpty();
        }
    }
}
