package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What outlives a class is written out, and what is decided about a type lists the types. */
class WrittenOutTest {

    private static final Pattern NAME_OF_A_CLASS =
            Pattern.compile("getSimpleName\\(|getTypeName\\(|getCanonicalName\\(");

    /** A switch over entries, as far as one can be told from its first case. */
    private static final Pattern CASE_OF_AN_ENTRY =
            Pattern.compile(
                    "^( *)case [A-Z]\\w*Entry(?:\\.\\w+)? \\w+ (?:->|when)", Pattern.MULTILINE);

    @Test
    void nothing_is_called_after_its_class() {
        assertThat(sources())
                .filteredOn(source -> NAME_OF_A_CLASS.matcher(Room.read(source)).find())
                .isEmpty();
    }

    /** One that is added is forgotten nowhere: the compiler finds each switch that lacks it. */
    @Test
    void a_switch_over_entries_has_no_default() {
        List<Path> switching =
                sources().stream()
                        .filter(source -> CASE_OF_AN_ENTRY.matcher(Room.read(source)).find())
                        .toList();
        assertThat(switching).hasSizeGreaterThan(4);
        assertThat(switching).filteredOn(WrittenOutTest::hasDefault).isEmpty();
    }

    /** Tells whether a default stands as deep as a case of an entry does. */
    private static boolean hasDefault(Path source) {
        String text = Room.read(source);
        return CASE_OF_AN_ENTRY
                .matcher(text)
                .results()
                .map(found -> "\n" + found.group(1) + "default ")
                .anyMatch(text::contains);
    }

    private static List<Path> sources() {
        return Room.product().stream().flatMap(room -> room.sources().stream()).toList();
    }
}
