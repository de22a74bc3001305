package io.leadmap.domain.text;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a thing is kept under so that a {@link Search} finds it by beginnings alone: the words of
 * its names and each name joined, but those with which another of them begins, as whatever begins
 * the shorter begins the longer. A name without words is kept as what it is compared by.
 */
public final class Beginnings {

    private Beginnings() {}

    /**
     * The texts to keep a thing under, few and without one that begins another.
     *
     * @param names every name that the thing goes by
     */
    public static SortedSet<String> of(Collection<String> names) {
        TreeSet<String> texts = new TreeSet<>();
        for (String name : names) {
            Stream.concat(Words.of(name).stream(), Stream.of(Words.comparisonForm(name)))
                    .filter(text -> !text.isEmpty())
                    .forEach(texts::add);
        }
        TreeSet<String> longest = new TreeSet<>();
        for (String text : texts) {
            String next = texts.higher(text); // whatever it begins stands right behind it
            if (next == null || !next.startsWith(text)) {
                longest.add(text);
            }
        }
        return longest;
    }
}
