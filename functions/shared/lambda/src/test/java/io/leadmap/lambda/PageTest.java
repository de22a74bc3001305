package io.leadmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.markup.Html;
import io.leadmap.markup.StyleSheet;

import org.junit.jupiter.api.Test;

import java.util.List;

class PageTest {

    @Test
    void a_page_applies_no_style_but_its_own() {
        String page = new Page("Title", "Practice", Html.none()).render();
        String style = page.replaceAll("(?s).*<style>|</style>.*", "");

        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("<title>Title · Practice</title>")
                .doesNotContain("<script", "style=");
        assertThat(Page.headers(List.of()))
                .hasEntrySatisfying(
                        "Content-Security-Policy",
                        policy ->
                                assertThat(policy)
                                        .contains(
                                                "default-src 'none'",
                                                "'" + new StyleSheet(style).hash() + "'"));
    }
}
