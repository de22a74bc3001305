package io.leadmap.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What history holds has the names of the HTTP contract, and no other (domain section 4). */
class EntryTypeTest {

    @Test
    void every_type_of_the_contract_is_written_or_named_among_those_to_come_and_no_other_exists()
            throws IOException {
        assertThat(
                        Stream.concat(
                                        Stream.of(EntryType.values()).map(EntryType::apiName),
                                        TypeToCome.ALL.stream().map(TypeToCome::apiName))
                                .toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(contract());
    }

    @Test
    void a_type_is_found_by_its_name() {
        assertThat(EntryType.named("callLogged")).contains(EntryType.CALL_LOGGED);
        assertThat(EntryType.named("merged")).as("nothing writes it yet").isEmpty();
    }

    private static List<String> contract() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(EntryTypeTest.class.getResourceAsStream("api-types.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
