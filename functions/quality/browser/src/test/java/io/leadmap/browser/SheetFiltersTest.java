package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;

/** Filters of the Lead Sheet: each is chosen where its chip stands, and is in the address. */
class SheetFiltersTest {

    private static void choose(Window ava, String filter) {
        ava.page().locator(".chips > button").click();
        ava.page().locator(".filter").getByText(filter, exactly()).click();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static void isAt(Page page, String query) {
        assertThat(page).hasURL(Pattern.compile(".*#/leads\\?" + query));
    }

    private static void close(Page page) {
        page.locator(".filter").press("Escape");
        assertThat(page.locator(".filter")).hasCount(0);
    }

    @Test
    void every_kind_of_filter_goes_to_the_address_and_off_it_again() throws IOException {
        Product.running()
                .lead(
                        "brightwater",
                        "ava",
                        Map.of("firstName", "Filtered", "email", "filtered@example.com"));
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads")) {
            Page page = ava.page();
            page.locator("tbody .name").first().waitFor();

            choose(ava, "Search");
            page.locator(".filter input").fill("Filtered");
            page.locator(".filter").getByText("Apply").click();
            isAt(page, "q=Filtered");
            close(page);

            choose(ava, "Status");
            ava.isAccessible();
            page.getByLabel("Contacted", labelled()).check();
            page.getByLabel("Created", labelled()).check();
            isAt(page, "q=Filtered&status=CONTACTED(%2C|,)CREATED");
            close(page);

            choose(ava, "Created");
            page.getByLabel("today", labelled()).check();
            isAt(page, ".*created=today");
            close(page);

            choose(ava, "Suspended");
            page.getByLabel("incomplete", labelled()).check();
            isAt(page, ".*suspended=INCOMPLETE");
            close(page);
            assertThat(page.locator("tbody .name")).hasText("Filtered");

            choose(ava, "Booked");
            page.getByLabel("From").fill("2026-01-01");
            isAt(page, ".*bookedFrom=2026-01-01");
            assertThat(page.locator("main")).containsText("No lead matches.");
            page.locator(".empty").getByText("Clear Booked from").click();
            page.getByLabel("Remove Status").click();
            isAt(page, "q=Filtered&created=today&suspended=INCOMPLETE");

            page.locator("thead").getByText("Name", exactly()).click();
            isAt(page, ".*sort=name");
            page.locator("thead").getByText("Name", exactly()).click();
            isAt(page, ".*sort=-name");
            assertThat(page.locator("th[aria-sort]")).hasAttribute("aria-sort", "descending");

            Download csv = page.waitForDownload(() -> page.getByText("Export CSV").click());
            assertThat(Files.readString(csv.path())).contains("Filtered").contains("status");
            assertThat(ava.complaints()).isEmpty();
        }
    }

    private static Page.GetByLabelOptions labelled() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
