package io.leadmap.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names are one wherever they are split and however they are written (domain section 2, text). */
class PersonNameProperties {

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of(
                        "Jan",
                        "van",
                        "Dijk",
                        "\u00c9lodie",
                        "D'Arcy",
                        "\u5c71\u7530",
                        "\u592a\u90ce",
                        "O\u2019Hara-Smith",
                        "Gro\u00df",
                        "\u039d\u03af\u03ba\u03bf\u03c2",
                        "\u0939\u093f\u0928\u094d\u0926\u0940",
                        "\u05d3\u05b8\u05df",
                        "I\u015f\u0131k")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property
    void a_name_agrees_with_itself_wherever_it_is_split(
            @ForAll("names") List<String> words, @ForAll int one, @ForAll int other) {
        PersonName a = split(words, one);
        PersonName b = split(written(words), other);
        assertThat(a.agreesInLastName(b)).isTrue();
        assertThat(a.contradictsFirstName(b)).isFalse();
    }

    @Property
    void two_names_agree_or_not_from_either_side(
            @ForAll("names") List<String> words,
            @ForAll("names") List<String> others,
            @ForAll int one,
            @ForAll int other) {
        PersonName a = split(words, one);
        PersonName b = split(others, other);
        assertThat(a.agreesInLastName(b)).isEqualTo(b.agreesInLastName(a));
        assertThat(a.sharesLastName(b)).isEqualTo(b.sharesLastName(a));
        assertThat(a.sharesFirstName(b)).isEqualTo(b.sharesFirstName(a));
        assertThat(a.contradictsFirstName(b)).isEqualTo(b.contradictsFirstName(a));
    }

    private static List<String> written(List<String> words) {
        return words.stream()
                .map(word ->
                        Normalizer.normalize(word, Normalizer.Form.NFD)
                                .toUpperCase(Locale.ROOT)
                                .replace("'", "\u2019"))
                .toList();
    }

    /** Split before a word; a part without words is not known. */
    private static PersonName split(List<String> words, int at) {
        int before = Math.floorMod(at, words.size() + 1);
        return new PersonName(
                part(words.subList(0, before)), part(words.subList(before, words.size())));
    }

    private static @Nullable String part(List<String> words) {
        return words.isEmpty() ? null : String.join("\u00a0", words);
    }
}
