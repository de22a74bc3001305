package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A name is one thing: who reads or looks for it need not ask in which room. */
class NamesTest {

    /** Those that still do: the list only shrinks. */
    private static final Set<String> STILL_TWO = Set.of("FormRules.java", "Reconcile.java");

    @Test
    void no_file_name_stands_for_two_things() {
        List<Path> sources =
                Room.all().stream()
                        .flatMap(room -> room.sources().stream())
                        .filter(source -> !source.endsWith("package-info.java"))
                        .toList();
        assertThat(sources).hasSizeGreaterThan(Room.all().size());
        TreeMap<String, List<Path>> named =
                sources.stream()
                        .collect(
                                Collectors.groupingBy(
                                        source -> source.getFileName().toString(),
                                        TreeMap::new,
                                        Collectors.toList()));
        named.values().removeIf(those -> those.size() == 1);
        named.keySet().removeAll(STILL_TWO);
        assertThat(named).isEmpty();
    }
}
