package io.leadmap.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How text is kept (domain section 2, text). */
class LineTest {

    @Test
    void both_normal_forms_become_one() {
        assertThat(Line.of("E\u0301lodie")).isEqualTo("\u00c9lodie");
        assertThat(Prose.of("E\u0301lodie")).isEqualTo("\u00c9lodie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0",
                "\u3000",
                "\u2009",
                "\u202f",
                "\u2003",
                "\u1680",
                "\t",
                "\n",
                "\r\n",
                "\u2028",
                "\u0085",
                " \u00a0 \u3000",
                "\u200b \ufeff",
                "\u2800",
                "\u3164"
            })
    void every_space_is_trimmed_and_plain_inside(String space) {
        assertThat(Line.of(space + "Jan" + space + "Dijk" + space)).isEqualTo("Jan Dijk");
        assertThat(Line.orNull(space)).isNull();
        assertThat(Prose.of(space + "Jan" + space)).isEqualTo("Jan");
        assertThat(Prose.orNull(space)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202e", "\u202a", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\u200b",
                "\u2060", "\ufeff", "\u00ad", "\u0000", "\u0007", "\u009f", "\ud800", "\ufffe",
                "\udb40\udc41", "\u034f", "\ufff9"
            })
    void what_nobody_sees_goes(String unseen) {
        assertThat(Line.of("Ann" + unseen + "ie")).isEqualTo("Annie");
        assertThat(Prose.of("Ann" + unseen + "ie")).isEqualTo("Annie");
        assertThat(Line.orNull(unseen)).isNull();
    }

    @Test
    void a_letter_and_its_mark_meet_when_what_was_between_them_goes() {
        assertThat(Line.of("E\u200b\u0301lodie")).isEqualTo("\u00c9lodie");
        assertThat(Prose.of("E\u200b\u0301lodie")).isEqualTo("\u00c9lodie");
    }

    @Test
    void long_text_keeps_its_lines_and_its_joiners() {
        String family = "\ud83d\udc68\u200d\ud83d\udc69";
        assertThat(Prose.of(" one\r\ntwo\rthree\u2028\n\tfour  five " + family))
                .isEqualTo("one\ntwo\nthree\n\n\tfour  five " + family);
        assertThat(Line.of("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"))
                .isEqualTo("\u0645\u06cc\u062e\u0648\u0627\u0647\u0645");
    }

    @Test
    void what_can_be_seen_stays() {
        for (String text :
                new String[] {
                    "D\u2019Arcy",
                    "O'Hara-Smith (knee)",
                    "\u845b\udb40\udd00",
                    "\u0939\u093f\u0928\u094d\u0926\u0940",
                    "\u0e19\u0e49\u0e33",
                    "\ufdfa",
                    "\ufffd",
                    "\u00bd"
                }) {
            assertThat(Line.of(text)).isEqualTo(text);
            assertThat(Prose.of(text)).isEqualTo(text);
        }
    }
}
