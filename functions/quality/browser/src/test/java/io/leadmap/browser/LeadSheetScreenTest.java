package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Statements 17 and 28 of the console's acceptance, and *Add lead*. */
class LeadSheetScreenTest {

    private static void fill(String name) {
        for (int i = 0; i < 4; i++) {
            Product.running()
                    .lead(
                            "brightwater",
                            "ava",
                            Map.of(
                                    "firstName",
                                    name + i,
                                    "email",
                                    "%s%d@example.com".formatted(name, i)));
        }
    }

    private static List<String> names(Page page) {
        return page.locator("tbody .name").allTextContents();
    }

    private static List<String> answered(String query) {
        return Product.running()
                .ask("brightwater", "ava", "GET", "/leads?limit=200&" + query, null)
                .path("items")
                .valueStream()
                .map(row -> row.path("name").asText())
                .toList();
    }

    @Test
    void
            statement_17_the_built_in_questions_are_answered_as_the_api_answers_them_and_back_returns() {
        fill("Sheet");
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads?q=Sheet")) {
            Page page = ava.page();
            page.locator("tbody .name").first().waitFor();
            ava.isAccessible();
            Map<String, String> questions =
                    Map.of(
                            "lastWeek", "created=lastWeek&never=booked&status=CREATED,CONTACTED",
                            "cancelled", "booked=lastMonth&status=CANCELLED",
                            "thisYear", "owner=me&created=thisYear&never=booked");
            questions.forEach((view, query) -> {
                page.getByLabel("View").selectOption(view);
                List<String> expected = answered(query);
                assertThat(page.locator("tbody .name")).hasCount(expected.size());
                assertThat(names(page)).isEqualTo(expected);
                if (expected.isEmpty()) {
                    assertThat(page.locator("main")).containsText("No lead matches.");
                    ava.isAccessible();
                }
            });
            page.navigate(Product.running().address() + "/console/#/leads?q=Sheet&sort=name");
            assertThat(page.locator("tbody .name").nth(3)).hasText("Sheet3");
            page.locator("tbody .name").nth(2).click();
            assertThat(page.locator("h1")).hasText("Sheet2");
            assertThat(page.locator(".head .meta")).containsText("3 of 4");
            page.keyboard().press("]");
            assertThat(page.locator("h1")).hasText("Sheet3");
            assertThat(page.locator(".hist")).containsText("created the lead");
            page.getByLabel("Previous lead").click();
            assertThat(page.locator("h1")).hasText("Sheet2");
            page.goBack();
            page.goBack();
            page.goBack();
            assertThat(page.locator("tbody .name").nth(2)).isFocused();
            page.reload();
            assertThat(page.locator("tbody .name").nth(2)).isFocused();
            assertThat(page.locator(".chip")).containsText("Sheet");
        }
    }

    @Test
    void statement_28_at_320_pixels_no_screen_scrolls_sideways_and_each_is_accessible_at_390() {
        String lead =
                Product.running()
                        .lead(
                                "brightwater",
                                "ava",
                                Map.of(
                                        "firstName", "Narrow",
                                        "email", "narrow.with.a.long.address@example.com"));
        try (Window ava = Window.of(320, 700)) {
            ava.page().navigate(Product.running().address() + "/console");
            ava.button("Sign in as Ava Thompson").waitFor();
            ava.doesNotScrollSideways();
            for (String hash : List.of("#/leads", "#/leads/" + lead, "#/leads/nobody")) {
                ava.page().navigate("about:blank");
                ava.page().setViewportSize(320, 700);
                if (hash.equals("#/leads")) {
                    ava.as("Ava Thompson", hash);
                } else {
                    ava.page().navigate(Product.running().address() + "/console/" + hash);
                }
                ava.page().locator("tbody .name, .hist li, .empty").first().waitFor();
                ava.doesNotScrollSideways();
                ava.page().setViewportSize(390, 800);
                ava.isAccessible();
            }
        }
    }

    @Test
    void a_lead_is_added_from_any_page_after_it_was_looked_for() {
        fill("Known");
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads")) {
            Page page = ava.page();
            page.locator("tbody .name").first().waitFor();
            page.keyboard().press("a");
            assertThat(page.getByLabel("First name")).isFocused();
            page.getByLabel("First name").fill("Newcomer");
            page.getByLabel("Email").fill("known1@example.com");
            page.keyboard().press("Tab");
            assertThat(page.locator("dialog")).containsText("Open Known1 Created, unassigned");
            page.getByLabel("Phone").fill("0417 555 018");
            page.getByLabel("Email").focus();
            assertThat(page.locator("dialog")).containsText("Open Known1");
            ava.isAccessible();
            page.getByLabel("Lead name").fill("Newcomer - massage");
            page.getByLabel("Email").fill("newcomer@example.com");
            page.getByLabel("Phone").focus();
            assertThat(page.locator("dialog")).not().containsText("Open Known1");
            page.locator("dialog")
                    .getByRole(
                            AriaRole.BUTTON,
                            new com.microsoft.playwright.Locator.GetByRoleOptions()
                                    .setName("Save and call"))
                    .click();
            assertThat(page.locator("h1")).hasText("Newcomer - massage");
            assertThat(page.locator("#channel a[href^='tel:']")).hasText("+61417555018");
            assertThat(ava.said()).containsText("Newcomer - massage is added");
            assertThat(ava.sent("POST", "/leads")).hasSize(1);
        }
    }
}
