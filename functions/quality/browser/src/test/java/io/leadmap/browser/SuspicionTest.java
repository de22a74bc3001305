package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;

import java.util.Map;

/**
 * Suspected spam and suspected duplicates: each ends by one decision, on Today or on its record.
 */
class SuspicionTest {

    private static void submit(String name, String email, String phone) {
        Product.running()
                .ask(
                        "brightwater",
                        "ava",
                        "POST",
                        "/forms/brightwater-enquiry",
                        Map.of("fullName", name, "email", email, "phone", phone));
    }

    private static JsonNode found(String email) {
        JsonNode rows =
                Product.running()
                        .ask("brightwater", "ava", "GET", "/leads?suspended=any&q=" + email, null)
                        .path("items");
        assertThat(rows).as(email).isNotEmpty();
        return rows.get(0);
    }

    private static Locator waiting(Window window, String name) {
        return window.page()
                .locator("[data-row]", new Page.LocatorOptions().setHasText(name))
                .first();
    }

    @Test
    void suspected_spam_is_a_person_or_spam_at_one_click() {
        submit("Spammy www.cheap-pills.example", "spammy@example.com", "0491 570 156");
        submit("Ernest www.ernest-smith.example", "ernest@example.com", "0491 570 157");
        submit("Wilhelmina www.wilhelmina-smith.example", "wilhelmina@example.com", "0491 570 158");
        try (Window mei = Window.wide().as("Mei Lin", "#/today?whose=team")) {
            waiting(mei, "Spammy").getByText("It is spam").click();
            assertThat(waiting(mei, "Spammy")).containsText("spam");
            waiting(mei, "Ernest").getByText("It is a person").click();
            assertThat(waiting(mei, "Ernest")).containsText("a person");
            mei.isAccessible();
            assertThat(found("spammy@example.com").path("status").asText()).isEqualTo("INVALID");
            assertThat(found("ernest@example.com").path("suspended").isNull()).isTrue();

            waiting(mei, "Wilhelmina").locator(".name").click();
            assertThat(mei.page().locator("main")).containsText("Suspected spam.");
            mei.isAccessible();
            mei.exactly("It is a person").click();
            assertThat(mei.said()).containsText("It counts as a person now");
            assertThat(mei.page().locator("main"))
                    .not()
                    .containsText("It is in no report and gets no mail");
            assertThat(mei.complaints()).isEmpty();
        }
    }

    @Test
    void a_suspected_duplicate_is_looked_at_and_parted() {
        submit("Twin Atkins", "twin@example.com", "0491 570 159");
        submit("Twyn Atkinson", "twin@example.com", "0491 570 110");
        try (Window mei = Window.wide().as("Mei Lin", "#/today?whose=team")) {
            Locator row = waiting(mei, "Suspected duplicate");
            row.getByText("Compare").click();
            assertThat(mei.page().locator("main")).containsText("Suspected duplicate.");
            mei.isAccessible();
            mei.exactly("Not the same person").click();
            assertThat(mei.said()).containsText("The two are different people now");
            assertThat(mei.page().locator("main")).not().containsText("Suspected duplicate.");
            assertThat(mei.complaints()).isEmpty();
        }
    }
}
