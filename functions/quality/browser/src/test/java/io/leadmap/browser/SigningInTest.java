package io.leadmap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.regex.Pattern;

/** Statements 1, 30, 31 and the first half of 33 of the console's acceptance. */
class SigningInTest {

    @Test
    void statement_1_signing_in_opens_the_first_screen_and_its_title_and_focused_heading_agree() {
        try (Window ava = Window.wide()) {
            ava.page().navigate(Product.running().address() + "/console");
            ava.isAccessible();
            ava.button("Sign in as Ava Thompson").click();
            agree(ava.page(), "Today, Mon 2 Mar");
            ava.page().navigate(Product.running().address() + "/console/#/leads");
            agree(ava.page(), "Leads");
            ava.page().navigate(Product.running().address() + "/console/#/leads/nobody");
            agree(ava.page(), "Not here or not yours");
        }
    }

    private static void agree(Page page, String heading) {
        assertThat(page.locator("h1")).hasText(heading);
        assertThat(page.locator("h1")).isFocused();
        assertThat(page).hasTitle(Pattern.compile("(\\d+ new · )?" + heading + " - Leadmap"));
    }

    @Test
    void statement_30_another_practices_lead_is_not_here() {
        String theirs =
                Product.running()
                        .lead(
                                "northlight",
                                "isla",
                                Map.of("firstName", "Zebulon", "email", "zebulon@example.com"));
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads/" + theirs)) {
            assertThat(ava.page().locator("h1")).hasText("Not here or not yours");
            assertThat(ava.page().content()).doesNotContainIgnoringCase("zebulon");
            ava.isAccessible();
        }
    }

    @Test
    void statement_31_every_answer_carries_the_headers_and_markup_by_a_string_throws() {
        for (String path : new String[] {"/console", "/console/", "/console/config.json"}) {
            var headers = Product.running().get(path).headers();
            assertThat(headers.firstValue("content-security-policy").orElse(""))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains(
                            "require-trusted-types-for 'script'; trusted-types lit-html dompurify");
            assertThat(headers.firstValue("strict-transport-security")).isPresent();
            assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
            assertThat(headers.firstValue("referrer-policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("permissions-policy").orElse("")).contains("camera=()");
            assertThat(headers.firstValue("cross-origin-opener-policy")).hasValue("same-origin");
            assertThat(headers.firstValue("cross-origin-resource-policy")).hasValue("same-origin");
            assertThat(headers.firstValue("cache-control")).hasValue("no-cache");
        }
        try (Window ava = Window.wide().as("Ava Thompson", "")) {
            var page = ava.page();
            assertThat(
                            page.evaluate(
                                    "performance.getEntriesByType('resource').filter(one =>"
                                            + " one.name.includes('/console/r-')).length > 5"))
                    .isEqualTo(true);
            assertThatThrownBy(() -> page.evaluate("document.body.innerHTML = '<b>x</b>'"))
                    .hasMessageContaining("TrustedHTML");
        }
    }

    @Test
    void statement_33_after_signing_out_both_storages_hold_preferences_only() {
        String id =
                Product.running()
                        .lead(
                                "brightwater",
                                "ava",
                                Map.of("firstName", "Quentin", "email", "quentin@example.com"));
        try (Window ava = Window.wide().as("Ava Thompson", "#/leads/" + id)) {
            var page = ava.page();
            page.locator("#call-note").fill("Quentin asked for a morning.");
            assertThat(String.valueOf(page.evaluate("JSON.stringify(sessionStorage)")))
                    .contains("morning");
            page.locator(".account summary").click();
            ava.button("Sign out").click();
            ava.button("Sign in as Ava Thompson").waitFor();
            assertThat(page.evaluate("Object.keys(sessionStorage).join() + localStorage.length"))
                    .isEqualTo("leadmap.tab0");
            page.goBack();
            assertThat(page.locator("body")).not().containsText("Quentin");
            assertThat(ava.complaints()).isEmpty();
        }
    }
}
