package io.leadmap.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** How text is compared (domain section 2, text). */
class WordsTest {

    @Test
    void words_are_runs_of_letters_and_digits() {
        assertThat(Words.of("Anne-Marie (knee) O'Hara-Smith"))
                .containsExactly("anne", "marie", "knee", "o", "hara", "smith");
        assertThat(Words.of("Jan\u00a0van\u3000Dijk \u2164 2nd"))
                .containsExactly("jan", "van", "dijk", "v", "2nd");
        assertThat(Words.of("\ud83d\ude42 \u2605 ---")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "\u00c9lodie, E\u0301lodie",
        "\u00c9lodie, elodie",
        "In\u00e8s, INES",
        "D\u2019Arcy, D'Arcy",
        "D\u02bcArcy, darcy",
        "O'Toole, O\u00b4Toole",
        "Jan van\u2009Dijk, JAN VAN DIJK",
        "Stra\u00dfe, STRASSE",
        "GRO\u1e9e, gross",
        "I\u015f\u0131k, I\u015eIK",
        "\u0130brahim, ibrahim",
        "\u0130brahim, I\u0307brahim",
        "\u039d\u03af\u03ba\u03bf\u03c2, \u039d\u0399\u039a\u039f\u03a3",
        "\u041c\u0438\u0445\u0430\u0438\u043b, \u041c\u0418\u0425\u0410\u0419\u041b",
        "\ufb01nn, FINN",
        "\uff21\uff4e\uff4e, Ann",
        "\uff76\uff9e, \u30ac",
        "O\u200bHara, OHara",
        "\u202eAnn, ann",
        "\u845b\udb40\udd00, \u845b",
        "\ud55c, \u1112\u1161\u11ab",
        "\ufefb, \u0644\u0627",
        "\u0645\u06cc\u200c\u062e, \u0645\u06cc\u062e"
    })
    void the_same_to_a_person(String one, String other) {
        assertThat(Words.same(one, other)).isTrue();
        assertThat(Words.comparisonForm(one)).isEqualTo(Words.comparisonForm(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Ann, Anna",
        "\u0915\u093f, \u0915\u0940",
        "\u0e01\u0e49\u0e32, \u0e01\u0e48\u0e32",
        "\u304b, \u304c",
        "\u05e9\u05b8, \u05e9",
        "\u2605, \u2606",
        "\u2605, Ann",
        "., -",
        "\u5c71\u7530, \u5c71\u672c"
    })
    void somebody_else(String one, String other) {
        assertThat(Words.same(one, other)).isFalse();
    }

    @Test
    void a_text_without_words_equals_only_itself() {
        assertThat(Words.same("\u2605", " \u2605\u00a0")).isTrue();
        assertThat(Words.same("", "\u2605")).isFalse();
        assertThat(Words.same("", "")).isTrue();
    }

    @Test
    void a_script_that_needs_its_marks_keeps_words_whole() {
        assertThat(Words.of("\u0939\u093f\u0928\u094d\u0926\u0940 \u0e19\u0e49\u0e33"))
                .isEqualTo(
                        List.of(
                                "\u0939\u093f\u0928\u094d\u0926\u0940",
                                "\u0e19\u0e49\u0e4d\u0e32"));
        assertThat(Words.of("\u5c71\u7530\u3000\u592a\u90ce"))
                .containsExactly("\u5c71\u7530", "\u592a\u90ce");
    }

    @Test
    void a_search_finds_by_the_beginnings_of_words_or_of_all_joined() {
        List<String> anne = List.of("Anne-Marie (knee) O'Hara-Smith", "Anne-Marie O'Hara-Smith");
        for (String q :
                new String[] {
                    "marie",
                    "smith",
                    "hara",
                    "knee",
                    "o'hara",
                    "Smith Anne",
                    "annemar",
                    "ANNE-M",
                    "an kn",
                    "anne\u2019marie",
                    "O\u2019Hara\u00a0Smith"
                }) {
            assertThat(new Search(q).finds(anne)).as(q).isTrue();
        }
        for (String q : new String[] {"arie", "mith", "smith x", "\u2605", "-", "anneknee"}) {
            assertThat(new Search(q).finds(anne)).as(q).isFalse();
        }
        assertThat(new Search("Ines").finds(List.of("In\u00e8s Dupont"))).isTrue();
        assertThat(new Search("In\u00e8s").finds(List.of("Ines Dupont"))).isTrue();
        assertThat(new Search("Ine\u0300s").finds(List.of("In\u00e8s"))).isTrue();
        assertThat(new Search("\u2605").finds(List.of("\u2605"))).isTrue();
        assertThat(new Search("\u5c71").finds(List.of("\u5c71\u7530\u592a\u90ce"))).isTrue();
        assertThat(new Search("\uae30").finds(List.of("\uae40\uc218"))).isTrue();
    }
}
