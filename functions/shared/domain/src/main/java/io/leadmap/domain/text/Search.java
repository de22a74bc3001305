package io.leadmap.domain.text;

import java.util.Collection;
import java.util.List;

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

    private static boolean begins(String word, List<List<String>> names) {
        return names.stream().anyMatch(name -> name.stream().anyMatch(w -> w.startsWith(word)));
    }
}
