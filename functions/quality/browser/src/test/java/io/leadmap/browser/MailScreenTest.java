package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Statements 11 and 22: a mail goes out once, and each that did not go out says why. */
class MailScreenTest {

    private static List<JsonNode> mailTo(Product product, String email) {
        return product.mail()
                .valueStream()
                .filter(mail -> mail.path("to").toString().contains(email))
                .toList();
    }

    @Test
    void statement_11_a_mail_that_is_sent_twice_and_whose_first_answer_is_lost_goes_out_once() {
        Product product = Product.running();
        String lead =
                product.lead(
                        "brightwater",
                        "ava",
                        Map.of("firstName", "Onesie", "email", "onesie@example.com"));
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads/" + lead)) {
            Page page = ava.page();
            AtomicInteger asked = new AtomicInteger();
            page.route(
                    Pattern.compile(".*/leads/[^/]+/emails$"),
                    route -> {
                        if (route.request().method().equals("POST")
                                && asked.getAndIncrement() == 0) {
                            route.fetch();
                            route.abort();
                        } else {
                            route.resume();
                        }
                    });
            page.locator(".hist li").first().waitFor();
            page.keyboard().press("e");
            page.locator("#mail-subject").fill("Only once");
            page.locator("#mail-text").fill("We look forward to Monday.");
            page.locator("#mail-text").press("Control+Enter");
            page.locator("#mail-text").press("Control+Enter");
            assertThat(ava.said()).containsText("The mail is on its way");
            product.settle();
            assertThat(mailTo(product, "onesie@example.com")).hasSize(1);
            assertThat(asked.get()).isEqualTo(2);
            assertThat(page.locator(".hist")).containsText("wrote “Only once”");
        }
    }

    private static void enquire(Product product, String name) {
        product.ask(
                "brightwater",
                "ava",
                "POST",
                "/forms/brightwater-enquiry",
                Map.of(
                        "fullName",
                        name + " Waite",
                        "email",
                        name + "@example.com",
                        "phone",
                        "0491 570 15" + name.length()));
    }

    private static Window record(Product product, String name) {
        String lead =
                product.ask("brightwater", "ava", "GET", "/leads?q=" + name + "@example.com", null)
                        .at("/items/0/id")
                        .asText();
        return Window.wide().as(product, "Ava Thompson", "#/leads/" + lead);
    }

    private static Locator drip(Window window) {
        return window.page()
                .locator(
                        ".hist .rows li",
                        new Page.LocatorOptions().setHasText("What happens at your first visit"));
    }

    @Test
    void statement_22_a_mail_that_waits_says_for_what_and_one_that_was_declined_says_how() {
        Product product = Product.alone("2026-03-06T01:00:00Z");
        enquire(product, "wanda");
        enquire(product, "ursula");
        product.leapTo(Instant.parse("2026-03-08T01:05:00Z"));
        product.settle();
        try (Window ava = record(product, "wanda")) {
            assertThat(drip(ava)).containsText("planned");
            drip(ava).getByText("Why?").click();
            Locator dialog = ava.page().locator("dialog");
            assertThat(dialog).containsText("inside the sending window");
            assertThat(dialog.locator("tr", stopped()))
                    .containsText("closed, Sunday 8 March 12:05");
            assertThat(dialog).containsText("Next attempt: Mon 9 Mar, 8:00");
            ava.isAccessible();
            ava.page().keyboard().press("Escape");
            product.leapTo(Instant.parse("2026-03-08T21:01:00Z"));
            product.settle();
            ava.page().reload();
            assertThat(drip(ava).locator(".st")).hasText("sent");
        }
        product.send(
                "/_local/faults",
                Product.json(Map.of("service", "ses", "fault", "throttle", "times", 20)),
                Map.of());
        product.leapTo(Instant.parse("2026-03-15T21:05:00Z"));
        product.settle();
        unsubscribe(product, "ursula@example.com");
        product.leapTo(Instant.parse("2026-03-15T23:00:00Z"));
        product.settle();
        try (Window ava = record(product, "ursula")) {
            Locator declined =
                    ava.page()
                            .locator(
                                    ".hist .rows li",
                                    new Page.LocatorOptions().setHasText("skipped"));
            assertThat(declined).containsText("How others got better");
            declined.getByText("Why?").click();
            Locator dialog = ava.page().locator("dialog");
            assertThat(dialog)
                    .containsText("unsubscribed by the link in a mail, Monday 16 March 08:0");
            assertThat(dialog.getByText("Send")).hasCount(0);
            ava.isAccessible();
            assertThat(ava.complaints()).isEmpty();
        }
    }

    /** One click in the newest mail that has the link, as a mail program does it (RFC 8058). */
    private static void unsubscribe(Product product, String email) {
        String link =
                mailTo(product, email).stream()
                        .map(mail -> mail.at("/headers/List-Unsubscribe").asText())
                        .filter(header -> !header.isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .replaceAll("[<>\\s]", "");
        product.send(
                URI.create(link).getPath(),
                "List-Unsubscribe=One-Click",
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    private static Locator.LocatorOptions stopped() {
        return new Locator.LocatorOptions().setHasText("STOP");
    }
}
