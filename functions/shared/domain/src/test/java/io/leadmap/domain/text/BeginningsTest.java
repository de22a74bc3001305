package io.leadmap.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.Collection;
import java.util.List;

/** Whatever a search finds, it finds by beginnings. */
class BeginningsTest {

    @Example
    void a_name_is_kept_as_its_later_words_and_as_all_of_them_joined() {
        assertThat(Beginnings.of(List.of("Tim Cook"))).containsExactly("cook", "timcook");
        assertThat(Beginnings.of(List.of("Tim Cook - massage", "Tim Cook")))
                .containsExactly("cook", "massage", "timcookmassage");
        assertThat(Beginnings.of(List.of("Zoë D’Arcy"))).containsExactly("arcy", "d", "zoedarcy");
        assertThat(Beginnings.of(List.of("Anna Annable")))
                .containsExactly("annaannable", "annable");
    }

    @Example
    void a_name_without_words_is_kept_as_itself_and_a_blank_not_at_all() {
        assertThat(Beginnings.of(List.of("★ ★", " "))).containsExactly("★ ★");
        assertThat(new Search("★ ★").beginnings()).containsExactly("★ ★");
    }

    @Example
    void the_longest_word_is_looked_up_first_and_several_joined_besides() {
        Search search = new Search("jo Smith-Li jo");
        assertThat(search.beginnings()).containsExactly("smith", "jo", "li");
        assertThat(search.joined()).contains("josmithlijo");
        assertThat(new Search("Smith").joined()).isEmpty();
    }

    /** Names of few letters, so that searches meet them, in several scripts and spellings. */
    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> word =
                Arbitraries.of(
                        "a",
                        "an",
                        "anna",
                        "Änne",
                        "ann",
                        "na",
                        "n",
                        "O’Hara",
                        "o'hara",
                        "oh",
                        "Ho",
                        "Jean-Luc",
                        "jeanluc",
                        "luc",
                        "straße",
                        "STRASSE",
                        "strass",
                        "王",
                        "王小明",
                        "小",
                        "नेहा",
                        "ने",
                        "Ёлка",
                        "елка",
                        "é",
                        "★",
                        "𝒜n",
                        "ﬁ",
                        "fi",
                        "İ",
                        "i");
        Arbitrary<String> between = Arbitraries.of(" ", "", "-", "'", " - ", "\u00a0");
        return Combinators.combine(word.list().ofMinSize(1).ofMaxSize(4), between)
                .as((words, with) -> String.join(with, words));
    }

    @Property(tries = 3_000)
    void what_a_search_finds_begins_with_what_is_looked_up(
            @ForAll("names") String name,
            @ForAll("names") String other,
            @ForAll("names") String typed) {
        List<String> names = List.of(name, other);
        Search search = new Search(typed);
        if (search.finds(names)) {
            Collection<String> kept = Beginnings.of(names);
            boolean byEachWord = search.beginnings().stream().allMatch(word -> begins(word, kept));
            boolean joined = search.joined().filter(form -> begins(form, kept)).isPresent();
            assertThat(byEachWord || joined).as("%s in %s", typed, names).isTrue();
        }
    }

    @Property
    void nothing_is_kept_twice(@ForAll("names") String name, @ForAll("names") String other) {
        Collection<String> kept = Beginnings.of(List.of(name, other));
        assertThat(kept)
                .allSatisfy(text ->
                        assertThat(kept)
                                .filteredOn(longer -> longer.startsWith(text))
                                .containsExactly(text));
    }

    private static boolean begins(String beginning, Collection<String> kept) {
        return kept.stream().anyMatch(text -> text.startsWith(beginning));
    }
}
