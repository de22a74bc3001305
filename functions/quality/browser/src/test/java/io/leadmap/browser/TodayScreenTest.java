package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Statements 2, 19 and 27 of the console's acceptance, as far as Today reaches them. The browser's
 * clock is moved, so that nobody waits for the next look at what is new.
 */
class TodayScreenTest {

    private static final Pattern TODAY = Pattern.compile("Today, Mon 2 Mar");

    private static String add(String first) {
        return Product.running()
                .lead(
                        "brightwater",
                        "ava",
                        Map.of(
                                "firstName",
                                first,
                                "email",
                                first + "@example.com",
                                "phone",
                                "0491 570 1" + (10 + first.length()),
                                "ownerId",
                                "ava"));
    }

    private static Locator row(Window desk, String name) {
        return desk.page()
                .locator(
                        "[data-row]",
                        new Page.LocatorOptions()
                                .setHas(
                                        desk.page()
                                                .locator(
                                                        ".name",
                                                        new Page.LocatorOptions()
                                                                .setHasText(name))));
    }

    private static Window atToday(Window desk, String person) {
        desk.page().clock().install();
        desk.as(person, "#/today");
        desk.page().locator("[data-row], .empty").first().waitFor();
        return desk;
    }

    /** Half a minute later, when the page has looked again; gives the status of the answer. */
    private static int later(Window desk) {
        return desk.page()
                .waitForResponse(
                        Pattern.compile(".*/today\\?whose=none"),
                        () -> desk.page().clock().fastForward(31_000))
                .status();
    }

    private static void fillIn(Window desk, String name) {
        try (var plain =
                desk.page()
                        .context()
                        .browser()
                        .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page form = plain.newPage();
            form.navigate(Product.running().address());
            form.locator("a[href*='/forms/']").first().click();
            form.getByLabel("Your name").fill(name);
            form.getByLabel("Email").fill(name.replace(' ', '.') + "@example.com");
            // Whoever fills a form in within a moment is suspected to be a machine.
            plain.request()
                    .post(
                            Product.running().address() + "/_local/clock",
                            RequestOptions.create().setData(Map.of("advance", "PT20S")));
            form.locator("form [type=submit], form button").first().click();
            assertThat(form.locator("body")).containsText("Thank");
        }
    }

    @Test
    void statement_2_a_lead_from_the_form_without_javascript_is_offered_and_moves_no_row() {
        add("Waiting");
        try (Window ava = atToday(Window.wide(), "Ava Thompson")) {
            Page page = ava.page();
            assertThat(row(ava, "Waiting")).hasCount(1);
            int rows = page.locator("[data-row]").count();
            fillIn(ava, "Fiona Formby");
            later(ava);
            assertThat(ava.button("1 new lead, show")).isVisible();
            assertThat(page.locator("h1 ~ [role=status]")).hasText("1 new lead");
            assertThat(page.locator("[data-row]")).hasCount(rows);
            assertThat(page).hasTitle(Pattern.compile("^\\d+ new · Today, Mon 2 Mar - Leadmap$"));
            ava.isAccessible();
            ava.button("1 new lead, show").click();
            assertThat(row(ava, "Fiona Formby")).hasCount(1);
            assertThat(page.locator("h1")).isFocused();
            assertThat(ava.complaints()).isEmpty();
        }
    }

    @Test
    void statement_19_what_is_not_changed_is_answered_by_304_and_what_is_done_stays_in_its_place() {
        Product.running()
                .ask(
                        "brightwater",
                        "ava",
                        "POST",
                        "/leads/" + add("Vacant") + "/owner",
                        Collections.singletonMap("ownerId", null));
        try (Window ava = atToday(Window.wide(), "Ava Thompson")) {
            row(ava, "Vacant").getByText("Take").click();
            assertThat(ava.said()).containsText("is yours now");
            assertThat(row(ava, "Vacant")).containsText("yours now");
            later(ava);
            assertThat(row(ava, "Vacant")).containsText("yours now");
            assertThat(later(ava)).isEqualTo(304);
        }
    }

    @Test
    void a_key_leads_there_others_move_and_call_opens_the_record_ready_for_the_call() {
        add("Firstly");
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads")) {
            Page page = ava.page();
            page.locator("tbody .name").first().waitFor();
            page.keyboard().press("g");
            page.keyboard().press("t");
            assertThat(page.locator("h1")).hasText(TODAY);
            assertThat(page.locator("nav [aria-current]")).containsText("Today");
            page.locator("[data-row]").first().waitFor();
            page.keyboard().press("j");
            Locator first = page.locator("[data-row] .name").first();
            assertThat(first).isFocused();
            page.keyboard().press("j");
            page.keyboard().press("k");
            assertThat(first).isFocused();
            String name = first.textContent();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText(name);
            page.goBack();
            assertThat(first).isFocused();
            row(ava, "Firstly").getByText("Call").click();
            assertThat(page.locator("h1")).containsText("Firstly");
            assertThat(page.getByLabel("reached", new Page.GetByLabelOptions().setExact(true)))
                    .isFocused();
            assertThat(page.locator("a[href^='tel:']")).isVisible();
        }
    }

    @Test
    void statement_27_todays_desks_are_accessible_and_narrow_ones_do_not_scroll_sideways() {
        add("Carded");
        try (Window ava = Window.of(390, 800).as("Ava Thompson", "#/today")) {
            Page page = ava.page();
            for (String desk : new String[] {"Team", "Unassigned", "Mine"}) {
                ava.button(desk).click();
                page.locator("[data-row], .empty").first().waitFor();
                ava.isAccessible();
                ava.doesNotScrollSideways();
            }
            page.setViewportSize(320, 700);
            ava.doesNotScrollSideways();
            page.setViewportSize(1280, 800);
            ava.isAccessible();
        }
    }
}
