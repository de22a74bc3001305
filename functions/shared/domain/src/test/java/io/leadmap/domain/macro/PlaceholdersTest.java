package io.leadmap.domain.macro;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.macro.Placeholders.Form;
import io.leadmap.domain.macro.Placeholders.Rendered;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** Placeholders and their fallbacks (domain section 5). */
class PlaceholdersTest {

    @Test
    void a_value_takes_the_place_of_its_name() {
        assertThat(html("Dear {{lead.firstName}} {{ lead.lastName }}!"))
                .isEqualTo("Dear Monique Lee!");
    }

    @Test
    void a_fallback_stands_in_for_an_empty_value_only() {
        assertThat(html("Dear {{lead.comment| there }}, {{lead.firstName|there}}"))
                .isEqualTo("Dear there, Monique");
        assertThat(html("{{lead.comment|}}")).isEmpty();
        assertThat(html("{{lead.comment|a|b}}")).isEqualTo("a|b");
    }

    @Test
    void empty_placeholders_without_a_fallback_are_listed_and_leave_nothing() {
        Rendered rendered =
                render(
                        "{{lead.comment}}-{{lead.comment}}-{{lead.name}}-{{lead.address|x}}",
                        Form.HTML);
        assertThat(rendered.text()).isEqualTo("--Monique Lee-x");
        assertThat(rendered.empty()).containsExactly("lead.comment");
        assertThat(rendered.unknown()).isEmpty();
    }

    @Test
    void unknown_placeholders_are_listed_and_stay() {
        Rendered rendered = render("{{lead.shoe|44}} {{}} {{lead.custom.shoe}}", Form.HTML);
        assertThat(rendered.unknown()).containsExactly("lead.shoe", "", "lead.custom.shoe");
        assertThat(rendered.text()).isEqualTo("{{lead.shoe|44}} {{}} {{lead.custom.shoe}}");
        assertThat(
                        Placeholders.unknown(
                                "{{lead.shoe}}{{today}}{{lead.custom.side}}",
                                SamplePractice.PRACTICE))
                .containsExactly("lead.shoe");
    }

    @Test
    void values_are_escaped_in_html_and_not_in_a_subject() {
        Story story = Story.ofMonique().then(Story.edit("lastName", "<b>\"O'Neill\" & Co"));
        PlaceholderValues values =
                PlaceholderValues.of(SamplePractice.PRACTICE, story.lead(), story.now());
        assertThat(Placeholders.render("{{lead.lastName}}", Form.HTML, values).text())
                .isEqualTo("&lt;b&gt;&quot;O&#39;Neill&quot; &amp; Co");
        assertThat(Placeholders.render("{{lead.lastName}}", Form.SUBJECT, values).text())
                .isEqualTo("<b>\"O'Neill\" & Co");
    }

    @Test
    void lines_of_a_value_are_lines_in_html_and_one_line_in_a_subject() {
        Story story = Story.ofMonique().then(Story.edit("comment", "one\r\nBcc: two"));
        PlaceholderValues values =
                PlaceholderValues.of(SamplePractice.PRACTICE, story.lead(), story.now());
        assertThat(Placeholders.render("{{lead.comment}}", Form.HTML, values).text())
                .isEqualTo("one<br>Bcc: two");
        assertThat(Placeholders.render("{{lead.comment}}", Form.SUBJECT, values).text())
                .isEqualTo("one Bcc: two");
    }

    @Test
    void what_a_value_contains_is_no_placeholder() {
        Story story =
                Story.ofMonique()
                        .then(
                                Story.edit(
                                        "comment",
                                        "{{practice.phone}} {{unsubscribeLink}} $1 \\1"));
        PlaceholderValues values =
                PlaceholderValues.of(SamplePractice.PRACTICE, story.lead(), story.now());
        String once = Placeholders.render("{{lead.comment}}", Form.HTML, values).text();
        assertThat(once)
                .isEqualTo(
                        "&#123;&#123;practice.phone&#125;&#125;"
                                + " &#123;&#123;unsubscribeLink&#125;&#125; $1 \\1");
        assertThat(Placeholders.render("{{lead.comment}}", Form.SUBJECT, values).text())
                .isEqualTo("{{practice.phone}} {{unsubscribeLink}} $1 \\1");
    }

    @Test
    void the_unsubscribe_link_stays_symbolic_until_the_mail_is_sent() {
        Rendered decided = render("<a href=\"{{ unsubscribeLink }}\">stop</a>", Form.HTML);
        assertThat(decided.text()).isEqualTo("<a href=\"{{unsubscribeLink}}\">stop</a>");
        assertThat(decided.unknown()).isEmpty();
        assertThat(decided.empty()).isEmpty();
        PlaceholderValues sending =
                PlaceholderValues.decided(Map.of())
                        .with("unsubscribeLink", "https://x.example/u?a=1&b=2");
        assertThat(Placeholders.render(decided.text(), Form.HTML, sending).text())
                .isEqualTo("<a href=\"https://x.example/u?a=1&amp;b=2\">stop</a>");
    }

    @Test
    void what_was_decided_is_rendered_from_the_values_that_were_kept() {
        PlaceholderValues values =
                PlaceholderValues.of(
                        SamplePractice.PRACTICE, Story.ofMonique().lead(), Story.START);
        String template = "{{lead.firstName}} {{lead.comment|there}} {{practice.name}}";
        Map<String, String> kept = values.usedBy("{{lead.firstName}}", template);
        assertThat(kept)
                .isEqualTo(Map.of("lead.firstName", "Monique", "practice.name", "Bright Skin"));
        assertThat(Placeholders.render(template, Form.HTML, PlaceholderValues.decided(kept)).text())
                .isEqualTo(Placeholders.render(template, Form.HTML, values).text());
        assertThat(PlaceholderValues.decided(kept).isKnown("anything")).isTrue();
    }

    @Test
    void names_are_found_in_their_order() {
        assertThat(Placeholders.names("{{b|x}} {a} {{ a }} {{b}}")).containsExactly("b", "a");
    }

    private static String html(String template) {
        return render(template, Form.HTML).text();
    }

    private static Rendered render(String template, Form form) {
        Rendered rendered =
                Placeholders.render(
                        template,
                        form,
                        PlaceholderValues.of(
                                SamplePractice.PRACTICE, Story.ofMonique().lead(), Story.START));
        return rendered;
    }
}
