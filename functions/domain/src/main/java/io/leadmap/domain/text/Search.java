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
        List<String> known = names.stream().flatMap(name -> Words.of(name).stream()).toList();
        return words.stream().allMatch(word -> known.stream().anyMatch(k -> k.startsWith(word)))
                || names.stream().map(Words::comparisonForm).anyMatch(n -> n.startsWith(form));
    }
}
