package io.leadmap.domain.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A search by words ({@code q} of the Lead Sheet): each begins a word of the name, or all of them
 * joined begin the name's. One without words finds only what is the same.
 */
public final class Search {

    private final List<String> words;
    private final String form;

    public Search(String typed) {
        words = Words.of(typed);
        form = Words.comparisonForm(typed);
    }

    /**
     * Tells whether it finds a thing.
     *
     * @param names every name that the thing goes by; the words may be from different ones
     */
    public boolean finds(Collection<String> names) {
        if (words.isEmpty()) {
            return names.stream().map(Words::comparisonForm).anyMatch(form::equals);
        }
        List<List<String>> known = names.stream().distinct().map(Words::of).toList();
        return words.stream().allMatch(word -> begins(word, known))
                || known.stream().anyMatch(name -> String.join("", name).startsWith(form));
    }

    /**
     * The beginnings that everything it finds by words has among its {@link Beginnings}, each of
     * them: one is enough to look up.
     *
     * @return the longest first, as it means the fewest
     */
    public List<String> beginnings() {
        return words.isEmpty()
                ? List.of(form)
                : words.stream()
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /** The beginning of what it finds by its words joined; empty if that is no other. */
    public Optional<String> joined() {
        return words.size() > 1 ? Optional.of(form) : Optional.empty();
    }

    private static boolean begins(String word, List<List<String>> names) {
        return names.stream().anyMatch(name -> name.stream().anyMatch(w -> w.startsWith(word)));
    }
}
