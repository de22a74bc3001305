package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A name is one thing: who reads it or looks for it need not ask in which room. */
class NamesTest {

    @Test
    void no_file_name_stands_for_two_things() throws IOException {
        TreeMap<String, List<Path>> named = new TreeMap<>();
        try (var files = Files.walk(Room.HOUSE.resolve("functions"))) {
            named.putAll(
                    files.filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
                            .filter(file -> !file.endsWith("package-info.java"))
                            .collect(Collectors.groupingBy(file -> file.getFileName().toString())));
        }
        assertThat(named).hasSizeGreaterThan(100);
        named.values().removeIf(those -> those.size() == 1);
        assertThat(named).isEmpty();
    }
}
