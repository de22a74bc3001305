package io.leadmap.lambda.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.lambda.html.Html.Tag;

import org.junit.jupiter.api.Test;

import java.util.List;

class HtmlTest {

    @Test
    void text_is_never_markup() {
        assertThat(Tag.P.of("<script>alert('1')</script> & \"more\"").render())
                .isEqualTo(
                        "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp;"
                                + " &quot;more&quot;</p>");
    }

    @Test
    void a_value_cannot_leave_its_attribute() {
        assertThat(Tag.INPUT.of().with("value", "\" onfocus=\"alert(1)").render())
                .isEqualTo("<input value=\"&quot; onfocus=&quot;alert(1)\">");
    }

    @Test
    void no_attribute_runs_anything() {
        assertThatThrownBy(() -> Tag.P.of("x").with("onclick", "alert(1)"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tag.A.of("x").with("href", "javascript:alert(1)"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_area_keeps_the_line_break_that_it_begins_with() {
        assertThat(Tag.TEXTAREA.of("\nsecond line").render())
                .isEqualTo("<textarea>\n\nsecond line</textarea>");
    }

    @Test
    void a_page_applies_no_style_but_its_own() {
        String page = new Page("Title", "Practice", Html.none()).render();

        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .doesNotContain("<script", "style=");
        assertThat(Page.headers(List.of()))
                .hasEntrySatisfying(
                        "Content-Security-Policy",
                        policy ->
                                assertThat(policy)
                                        .contains("default-src 'none'", StyleSheet.PAGES.hash()));
    }
}
