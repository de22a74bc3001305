package io.leadmap.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.text.Normalizer;
import java.util.Locale;

/** What holds of every text, in every script (domain section 2, text). */
class TextProperties {

    /** Letters of many scripts, marks, spaces, signs, pictures and what nobody sees. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> codes =
                Arbitraries.oneOf(
                        Arbitraries.integers().between('A', 'z'),
                        Arbitraries.integers().between(0, 0x24F),
                        Arbitraries.integers().between(0x300, 0x52F),
                        Arbitraries.integers().between(0x590, 0x6FF),
                        Arbitraries.integers().between(0x900, 0xE7F),
                        Arbitraries.integers().between(0x1100, 0x11FF),
                        Arbitraries.integers().between(0x1E00, 0x2070),
                        Arbitraries.integers().between(0x3000, 0x30FF),
                        Arbitraries.integers().between(0xAC00, 0xACFF),
                        Arbitraries.integers().between(0xD7F0, 0xE010),
                        Arbitraries.integers().between(0xFB00, 0xFFFF),
                        Arbitraries.integers().between(0x1F468, 0x1F470),
                        Arbitraries.integers().between(0, 0x10FFFF));
        return codes.list()
                .ofMaxSize(12)
                .map(list -> {
                    StringBuilder text = new StringBuilder();
                    list.forEach(text::appendCodePoint);
                    return text.toString();
                });
    }

    @Property
    void normalising_twice_changes_nothing_more(@ForAll("texts") String text) {
        assertThat(Line.of(Line.of(text))).isEqualTo(Line.of(text));
        assertThat(Prose.of(Prose.of(text))).isEqualTo(Prose.of(text));
        assertThat(Line.of(Prose.of(text))).isEqualTo(Line.of(text));
    }

    @Property
    void what_is_kept_is_composed_and_has_no_spaces_around_it(@ForAll("texts") String text) {
        for (String kept : new String[] {Line.of(text), Prose.of(text)}) {
            assertThat(Normalizer.isNormalized(kept, Normalizer.Form.NFC)).isTrue();
            assertThat(kept).isEqualTo(kept.strip());
        }
        assertThat(Line.of(text).codePoints().filter(c -> c != ' '))
                .noneMatch(c -> Glyph.isSpace(c) || Glyph.isUnseen(c));
        assertThat(Line.of(text)).doesNotContain("  ");
    }

    @Property
    void every_normal_form_of_a_text_is_kept_and_compared_as_one(@ForAll("texts") String text) {
        String line = Line.of(text);
        for (Normalizer.Form form : Normalizer.Form.values()) {
            String written = Normalizer.normalize(text, form);
            if (form == Normalizer.Form.NFC || form == Normalizer.Form.NFD) {
                assertThat(Line.of(written)).isEqualTo(line);
                assertThat(Prose.of(written)).isEqualTo(Prose.of(text));
            }
            if (!Words.of(text).isEmpty()) {
                assertThat(Words.comparisonForm(written)).isEqualTo(Words.comparisonForm(text));
            }
        }
    }

    @Property
    void case_makes_no_difference(@ForAll("texts") String text) {
        if (!Words.of(text).isEmpty()) {
            assertThat(Words.comparisonForm(text.toUpperCase(Locale.ROOT)))
                    .isEqualTo(Words.comparisonForm(text));
            assertThat(Words.comparisonForm(text.toLowerCase(Locale.ROOT)))
                    .isEqualTo(Words.comparisonForm(text));
        }
    }

    @Property
    void normalising_changes_no_words(@ForAll("texts") String text) {
        assertThat(Words.of(Line.of(text))).isEqualTo(Words.of(text));
        assertThat(Words.of(Prose.of(text))).isEqualTo(Words.of(text));
        assertThat(Words.comparisonForm(Words.comparisonForm(text)))
                .isEqualTo(Words.comparisonForm(text));
    }

    @Property
    void an_accent_makes_no_difference_in_latin_greek_and_cyrillic(@ForAll("texts") String text) {
        String accented = text.replaceAll("([A-Za-z\u0391-\u03c9\u0410-\u044f])", "$1\u0301");
        if (!accented.contains("\u0345")) {
            assertThat(Words.of(accented)).isEqualTo(Words.of(text));
        }
    }

    @Property
    void every_text_that_shows_something_is_found_by_itself(@ForAll("texts") String text) {
        assertThat(new Search(text).finds(java.util.List.of(text))).isTrue();
    }
}
