package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What is chosen on a record and not typed: owner, transfer, drips, and an end of a suspicion. */
class RecordCommandsTest {

    private static String lead(String name, String email) {
        return Product.running()
                .lead(
                        "brightwater",
                        "ava",
                        Map.of("firstName", name, "email", email, "phone", "0491 570 313"));
    }

    private static String read(String lead, String member) {
        return Product.running()
                .ask("brightwater", "mei", "GET", "/leads/" + lead, null)
                .at(member)
                .asText();
    }

    private static void chooseOwner(Window window, String words) {
        window.page().locator(".menu.owner summary").click();
        window.page().locator(".menu.owner").getByText(words, exactly()).click();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    @Test
    void an_owner_is_chosen_undone_and_asked_to_take_over_and_answers() {
        String lead = lead("Handed", "handed@example.com");
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads/" + lead);
                Window noah = Window.wide().as("Noah Singh", "#/leads/" + lead)) {
            chooseOwner(ava, "Mei Lin");
            assertThat(ava.said()).containsText("Owner is Mei Lin");
            ava.button("Undo").click();
            assertThat(ava.page().locator(".menu.owner summary")).containsText("unassigned");
            chooseOwner(ava, "you");
            assertThat(ava.page().locator(".menu.owner summary")).containsText("you");

            chooseOwner(ava, "Ask Noah Singh to take it over");
            assertThat(ava.said()).containsText("Noah Singh is asked");
            ava.isAccessible();
            noah.page().reload();
            noah.exactly("Decline").click();
            assertThat(noah.said()).containsText("The transfer has ended");
            ava.page().reload();
            chooseOwner(ava, "Ask Noah Singh to take it over");
            ava.exactly("Withdraw").click();
            assertThat(ava.said()).containsText("The transfer has ended");
            chooseOwner(ava, "Ask Noah Singh to take it over");
            assertThat(ava.said()).containsText("Noah Singh is asked");

            noah.page().navigate(Product.running().address() + "/console/#/today");
            noah.page().reload();
            noah.button("Accept Handed").click();
            assertThat(noah.said()).containsText("The transfer has ended");
            assertThat(noah.page().locator("[data-row]", with("Handed")).first())
                    .containsText("yours now");
            assertThat(read(lead, "/owner/id")).isEqualTo("noah");
            assertThat(ava.complaints()).isEmpty();
            assertThat(noah.complaints()).isEmpty();
        }
    }

    private static Page.LocatorOptions with(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void a_drip_is_begun_and_stopped_and_a_lead_that_is_no_person_is_set_invalid() {
        String lead = lead("Dripped", "dripped@example.com");
        try (Window mei = Window.wide().as("Mei Lin", "#/leads/" + lead)) {
            Page page = mei.page();
            page.getByLabel("Enrol in a drip").selectOption("Physiotherapy 101");
            assertThat(mei.said()).containsText("Enrolled in Physiotherapy 101");
            assertThat(page.locator("main")).containsText("Physiotherapy 101: 0 sent, runs");
            mei.button("Stop Physiotherapy 101").click();
            assertThat(page.locator("main")).containsText("Physiotherapy 101: 0 sent, stopped");

            page.keyboard().press("s");
            page.locator(".menu.status").getByText("Invalid", exactly()).click();
            assertThat(page.getByText("Cancel", textually())).isFocused();
            mei.isAccessible();
            page.keyboard().press("Escape");
            assertThat(page.locator(".menu.status summary")).isFocused();
            page.keyboard().press("s");
            page.locator(".menu.status").getByText("Invalid", exactly()).click();
            mei.exactly("Set to Invalid").click();
            assertThat(mei.said()).containsText("Status is Invalid");
            assertThat(read(lead, "/status")).isEqualTo("INVALID");
            assertThat(mei.complaints()).isEmpty();
        }
    }

    private static Page.GetByTextOptions textually() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
