package io.leadmap.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.markup.Html.Tag;

import org.junit.jupiter.api.Test;

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
    void what_others_wrote_is_shown_only_where_nothing_of_it_runs() {
        assertThatThrownBy(() -> Tag.IFRAME.of().with("srcdoc", "<p>Hello</p>"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        Tag.IFRAME
                                .of()
                                .with("sandbox", "allow-scripts")
                                .with("srcdoc", "<p>Hello</p>"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Tag.IFRAME.of().with("sandbox", "").with("srcdoc", "<p title=\"\">").render())
                .isEqualTo(
                        "<iframe sandbox=\"\" srcdoc=\"&lt;p title=&quot;&quot;&gt;\"></iframe>");
    }

    @Test
    void a_style_sheet_cannot_leave_its_element() {
        assertThatThrownBy(() -> new StyleSheet("p{}</style><script>alert(1)</script>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_document_says_what_it_is_and_applies_no_style_but_its_own() {
        StyleSheet style = new StyleSheet("p{margin:0}");
        String document = new HtmlDocument("A & B", style, Tag.P.of("Hello")).render();

        assertThat(document)
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains(
                        "<title>A &amp; B</title>",
                        "<style>p{margin:0}</style>",
                        "<body><p>Hello</p></body>")
                .doesNotContain("<script", "style=");
    }
}
