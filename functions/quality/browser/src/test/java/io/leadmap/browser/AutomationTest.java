package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Statement 23 of the console's acceptance: what the sweep would do, asked in the browser. That it
 * then does so when the clock is there is shown over the API, where the clock may be moved.
 */
class AutomationTest {

    private static final Map<String, String> BOUNCED = Map.of("kind", "bounced");
    private static final Map<String, Object> LOST_ANSWER =
            Map.of("service", "ses", "action", "SendRawEmail", "fault", "lostAnswer", "times", 1);

    private static String add(String first, int attempts) {
        String lead =
                Product.running()
                        .lead(
                                "brightwater",
                                "mei",
                                Map.of(
                                        "firstName", first,
                                        "email", first + "@example.com",
                                        "phone", "0491 570 3" + (10 + first.length())));
        for (int i = 0; i < attempts; i++) {
            ask("POST", "/leads/" + lead + "/calls", Map.of("outcome", "noAnswer"));
        }
        return lead;
    }

    private static JsonNode ask(String method, String path, @Nullable Object body) {
        return Product.running().ask("brightwater", "mei", method, path, body);
    }

    @Test
    void statement_23_a_dry_run_lists_what_the_sweep_would_give_up_and_changes_nothing() {
        String dead = add("Hopeless", 3);
        String alive = add("Hopeful", 1);
        long version = ask("GET", "/leads/" + dead, null).path("version").asLong();
        try (Window mei = Window.wide().as("Mei Lin", "#/today")) {
            Page page = mei.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Automation"))
                    .click();
            assertThat(page.locator("h1")).hasText("Automation");
            Locator would = half(page, "would");
            Locator wouldNot = half(page, "wouldNot");
            assertThat(page.getByRole(AriaRole.STATUS).getByText("Nothing was changed."))
                    .isVisible();
            assertThat(wouldNot).containsText("Hopeless");
            assertThat(wouldNot).containsText("the last attempt is too recent");
            mei.isAccessible();
            page.getByLabel("When").selectOption("P3D");
            assertThat(would).containsText("Hopeless");
            assertThat(would).containsText("give up as lost, no contact");
            assertThat(wouldNot).containsText("1 of 3 attempts");
            mei.button("Drip mail").click();
            assertThat(would.locator("[href*='" + dead + "']")).hasCount(0);
            page.goBack();
            would.locator("[href*='" + dead + "']").click();
            assertThat(page.locator("h1")).containsText("Hopeless");
            assertThat(mei.complaints()).isEmpty();
        }
        assertThat(ask("GET", "/leads/" + dead, null).path("version").asLong()).isEqualTo(version);
        assertThat(ask("GET", "/leads/" + alive, null).path("status").asText())
                .isEqualTo("CREATED");
    }

    @Test
    void an_address_whose_mail_came_back_is_listed_and_lifted_with_a_reason() {
        String lead = add("Bouncy", 0);
        String list = "/suppressions?email=Bouncy@example.com";
        ask("POST", "/leads/" + lead + "/emails", Map.of("subject", "Hi", "html", "<p>Hi</p>"));
        until(() -> mail("Bouncy@example.com") != null);
        ask("POST", "/_local/mail/" + mail("Bouncy@example.com") + "/event", BOUNCED);
        until(() -> !ask("GET", list, null).path("items").isEmpty());
        try (Window mei = Window.of(390, 800).as("Mei Lin", "#/automation")) {
            Page page = mei.page();
            Locator row = page.locator("li").filter(with("Bouncy@example.com"));
            assertThat(row).containsText("mail came back: no mail at all");
            mei.isAccessible();
            mei.doesNotScrollSideways();
            row.getByText("Lift").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByText("Lift").click();
            assertThat(dialog.getByRole(AriaRole.ALERT)).hasText("Say why.");
            page.getByLabel("Reason").fill("She gave it again on the phone");
            page.keyboard().press("Enter");
            assertThat(mei.said()).containsText("gets mail again");
            assertThat(row).hasCount(0);
            assertThat(mei.complaints()).isEmpty();
        }
    }

    @Test
    void what_waits_for_a_suspended_lead_is_listed_and_an_uncertain_mail_is_settled() {
        Product.running()
                .ask(
                        "brightwater",
                        "ava",
                        "POST",
                        "/forms/brightwater-enquiry",
                        Map.of("fullName", "Hella Held", "phone", "0491 570 158"));
        String lead = add("Doubtful", 0);
        ask("POST", "/_local/faults", LOST_ANSWER);
        ask("POST", "/leads/" + lead + "/emails", Map.of("subject", "Hi", "html", "<p>Hi</p>"));
        until(() ->
                ask("GET", "/leads/" + lead + "/emails", null).toString().contains("uncertain"));
        try (Window ava = Window.wide().as("Ava Thompson", "#/automation")) {
            Page page = ava.page();
            Locator held = page.locator("li").filter(with("Hella Held"));
            assertThat(held).containsText("Welcome");
            assertThat(held).containsText("Incomplete");
            ava.isAccessible();
            page.navigate(Product.running().address() + "/console/#/leads/" + lead);
            ava.button("Send again").click();
            page.getByRole(AriaRole.DIALOG).getByText("Send again").last().click();
            assertThat(ava.said()).containsText("goes out again");
            assertThat(page.locator(".hist")).containsText("sent mail");
            assertThat(ava.button("Counts as sent")).hasCount(0);
            assertThat(ava.complaints()).isEmpty();
        }
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static @Nullable String mail(String to) {
        return ask("GET", "/_local/mail", null)
                .valueStream()
                .filter(mail -> mail.path("to").toString().contains(to))
                .map(mail -> mail.path("id").asText())
                .findFirst()
                .orElse(null);
    }

    /** What a stream brings about is there a moment later. */
    private static void until(BooleanSupplier there) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static Locator half(Page page, String name) {
        return page.locator("section[aria-labelledby='" + name + "']");
    }
}
