package io.leadmap.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwaspHtmlTest {

    private final OwaspHtml html = new OwaspHtml();

    @Test
    void placeholders_survive_the_cleaning() {
        assertThat(html.sanitise("<p>Dear {{lead.firstName|there}}</p>"))
                .isEqualTo("<p>Dear {{lead.firstName|there}}</p>");
    }

    @Test
    void a_link_may_be_the_unsubscribe_link_and_no_other_value() {
        assertThat(html.sanitise("<a href=\"{{unsubscribeLink}}\">Stop</a>"))
                .startsWith("<a href=\"{{unsubscribeLink}}\"");
        assertThat(html.sanitise("<a href=\"{{lead.comment}}\">Read</a>"))
                .doesNotContain("lead.comment");
    }

    @Test
    void fallbacks_are_cleaned_like_the_rest() {
        assertThat(html.sanitise("<p>{{lead.firstName|<b onclick=a()>you</b><script>}}</p>"))
                .isEqualTo("<p>{{lead.firstName|<b>you</b>}}</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<iframe src=\"https://example.com\"></iframe>",
                "<svg/onload=alert(1)>",
            })
    void nothing_that_runs_is_left(String written) {
        assertThat(html.sanitise(written))
                .doesNotContain("alert", "javascript", "iframe", "<script", "onerror");
    }
}
