package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.regex.Pattern;

/** What people of a practice tell and ask each other: from a record, and on Today. */
class InsideTest {

    private static final Pattern RETURN = Pattern.compile("until (Mon 2|Tue 3) Mar");

    @Test
    void a_message_and_a_to_do_go_from_the_record_to_the_days_of_others_and_into_no_history() {
        String lead =
                Product.running()
                        .lead(
                                "brightwater",
                                "mei",
                                Map.of("firstName", "Inga", "phone", "0491 570 156"));
        try (Window mei = Window.wide().as("Mei Lin", "#/leads/" + lead)) {
            Page page = mei.page();
            page.locator(".hist li").first().waitFor();
            int entries = page.locator(".hist li").count();
            page.keyboard().press("i");
            Locator centre = page.locator(".centre");
            assertThat(centre).containsText("Not part of the history");
            mei.button("Send message").click();
            assertThat(centre.getByRole(AriaRole.ALERT)).hasText("Choose for whom it is.");
            page.getByLabel("Noah Singh").check();
            page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
                    .fill("She <b>waits</b>\n\nat the desk & asks");
            mei.isAccessible();
            page.keyboard().press("Control+Enter");
            assertThat(mei.said()).containsText("Message sent to Noah Singh");
            page.locator("h1").click();
            page.keyboard().press("t");
            page.getByLabel("What is to be done").fill("Ask Inga for her card");
            page.getByLabel("Who", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("noah");
            mei.isAccessible();
            mei.button("Add to-do").click();
            assertThat(mei.said()).containsText("To-do added");
            assertThat(page.locator(".hist li")).hasCount(entries);
            assertThat(mei.complaints()).isEmpty();
        }
        try (Window noah = Window.of(390, 800).as("Noah Singh", "#/today")) {
            Locator message = row(noah, "She <b>waits</b> at the desk & asks");
            assertThat(message).containsText("Mei Lin · Inga");
            noah.isAccessible();
            noah.doesNotScrollSideways();
            message.getByText("Read").click();
            assertThat(message).containsText("read");
            Locator card = row(noah, "Ask Inga for her card");
            card.getByText("Done").click();
            assertThat(card).containsText("done");
            noah.exactly("Undo").click();
            assertThat(noah.said()).containsText("Open again");
            card.getByText("Snooze").click();
            noah.isAccessible();
            noah.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Snooze"))
                    .click();
            assertThat(card).containsText(RETURN);
            noah.exactly("Undo").click();
            assertThat(card.getByText("Done")).isVisible();
            assertThat(noah.complaints()).isEmpty();
        }
    }

    @Test
    void a_call_in_vain_leaves_a_to_do_to_call_again() {
        String lead =
                Product.running()
                        .lead(
                                "brightwater",
                                "ava",
                                Map.of("firstName", "Vera", "phone", "0491 570 157"));
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads/" + lead)) {
            Page page = ava.page();
            page.locator(".hist li").first().waitFor();
            page.getByLabel("no answer").check();
            page.getByLabel("Try again").selectOption("pick");
            ava.button("Log call").click();
            assertThat(page.locator(".centre").getByRole(AriaRole.ALERT))
                    .hasText("Pick a day and a time.");
            page.getByLabel("Day and time").fill("2026-04-07T09:30");
            ava.isAccessible();
            ava.button("Log call").click();
            assertThat(ava.said()).containsText("call again Tue 7 Apr, 9:30");
            assertThat(
                            Product.running()
                                    .ask("brightwater", "ava", "GET", "/todos?lead=" + lead, null)
                                    .at("/items/0/dueAt")
                                    .asText())
                    .isEqualTo("2026-04-06T23:30:00Z"); // after the end of summer time
        }
    }

    private static Locator row(Window desk, String title) {
        return desk.page()
                .locator(
                        "[data-row]",
                        new Page.LocatorOptions()
                                .setHas(
                                        desk.page()
                                                .locator(
                                                        ".name",
                                                        new Page.LocatorOptions()
                                                                .setHasText(title))));
    }
}
