package io.leadmap.practice;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A kind whose versions never change, because histories name them. Whoever edits one makes its next
 * version.
 */
abstract class VersionedDocument<T> extends ListedDocument<T> {

    private final ToIntFunction<T> version;

    VersionedDocument(
            String name,
            Function<Practice, List<T>> all,
            BiConsumer<PracticeEdit, List<T>> put,
            Function<T, String> id,
            ToIntFunction<T> version) {
        super(name, all, put, id);
        this.version = version;
    }

    /** Those that differ from what is stored without a version of their own. */
    @Override
    final void checkSuccession(Practice wanted, Practice stored, Faults faults) {
        List<T> those = all(wanted);
        for (int i = 0; i < those.size(); i++) {
            T now = those.get(i);
            Optional<T> before = find(all(stored), id(now)).filter(known -> !known.equals(now));
            if (before.isPresent() && version.applyAsInt(now) <= version.applyAsInt(before.get())) {
                faults.add(
                        at(i) + ".version",
                        "it differs from version "
                                + version.applyAsInt(before.get())
                                + ", which is stored: give it the next one");
            }
        }
    }
}
