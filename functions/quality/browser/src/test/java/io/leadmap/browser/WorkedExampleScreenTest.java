package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The lead of domain section 3 as a manager and an agent see it; the acceptance tests play it, too.
 */
class WorkedExampleScreenTest {

    private static final Map<String, String> MONIQUE =
            Map.of(
                    "firstName", "Monique",
                    "lastName", "Lee",
                    "email", "monique@example.com",
                    "phone", "+61444444444");
    private static final Instant BOOKED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant VISIT = Instant.parse("2026-04-03T00:00:00Z");

    private static void opensMonique(Page page, String row, String day) {
        Locator number =
                page.locator("tr", new Page.LocatorOptions().setHasText(row))
                        .locator("td a")
                        .first();
        assertThat(number).hasText("1");
        number.click();
        assertThat(page.locator("aside.side")).containsText(day);
        assertThat(page.locator("aside.side")).containsText("Monique Lee");
        page.keyboard().press("Escape");
        assertThat(number).isFocused();
    }

    @Test
    void statement_20_each_number_of_the_worked_example_opens_moniques_lead_on_its_day() {
        Product product = Product.alone("2026-02-26T22:30:00Z");
        PracticeSystem system = new PracticeSystem(product);
        product.ask(
                "brightwater",
                "ava",
                "POST",
                "/forms/brightwater-enquiry",
                Map.of(
                        "fullName",
                        "Monique Lee",
                        "email",
                        "monique@example.com",
                        "phone",
                        "0444 444 444"));
        product.leapTo(BOOKED);
        system.tell("a-1", "booked", MONIQUE, BOOKED, VISIT, Optional.empty());
        product.leapTo(VISIT.plusSeconds(3600));
        system.tell("a-1", "completed", MONIQUE, BOOKED, VISIT, Optional.of(VISIT.plusSeconds(60)));
        product.settle();
        try (Window mei =
                Window.wide()
                        .as(
                                product,
                                "Mei Lin",
                                "#/reports/mega?by=day&from=2026-02-27&to=2026-04-03")) {
            Page page = mei.page();
            opensMonique(page, "by the day they were created", "27 Feb");
            opensMonique(page, "by the day they were first booked", "1 Mar");
            opensMonique(page, "by the day of the invoiced visit", "3 Apr");
        }
    }

    @Test
    void
            statement_16_a_live_appointment_locks_the_owner_for_an_agent_and_not_for_an_administrator() {
        Product product = Product.running();
        Map<String, String> olive =
                Map.of(
                        "firstName", "Olive",
                        "lastName", "Locke",
                        "email", "olive@example.com",
                        "phone", "+61491570156");
        String lead = product.lead("brightwater", "ava", olive);
        Instant now = product.now();
        new PracticeSystem(product)
                .tell("a-16", "booked", olive, now, now.plusSeconds(86_400), Optional.empty());
        product.settle();
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads/" + lead);
                Window mei = Window.wide().as("Mei Lin", "#/leads/" + lead)) {
            assertThat(ava.page().locator(".menu.status summary")).containsText("Booked");
            assertThat(ava.page().locator("button.owner")).isDisabled();
            assertThat(ava.page().locator("#owner-why")).containsText("appointment");
            ava.isAccessible();
            mei.page().locator(".menu.owner summary").click();
            mei.page().locator(".menu.owner").getByText("Noah Singh").first().click();
            assertThat(mei.said()).containsText("Owner is Noah Singh");
        }
    }
}
