package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.application.json.Json;
import io.leadmap.application.json.JsonObject;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.EntryType;
import io.leadmap.testkit.EveryEntry;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A history can never be changed, so what was once stored is read for ever: the samples in {@code
 * stored-entries.jsonl} stand for it. {@code -Dleadmap.entries.write=true} adds what is missing.
 */
class StoredEntriesTest {

    private static final Path SAMPLES =
            Path.of("src/test/resources/io/leadmap/dynamodb/stored-entries.jsonl");

    /**
     * What samples mean that are no longer written so. A sample whose form was left stays in the
     * file and its meaning comes here, under its name.
     */
    private static final Map<String, Entry> FORMER = Map.of();

    @Test
    void every_stored_sample_reads_to_the_entry_that_was_written() throws Exception {
        Map<String, Entry> meaning = new LinkedHashMap<>(written());
        meaning.putAll(FORMER);
        Map<String, Entry> read = new LinkedHashMap<>();
        stored().forEach((name, sample) ->
                read.put(
                        name,
                        EntryReader.read(
                                sample.at("open"),
                                sample.has("sealed")
                                        ? sample.at("sealed")
                                        : new Tree(Json.object().node()))));

        assertThat(read).containsExactlyInAnyOrderEntriesOf(meaning);
    }

    @Test
    void what_is_written_today_is_among_the_samples() throws Exception {
        Map<String, String> written = new LinkedHashMap<>();
        written().forEach((name, entry) -> written.put(name, line(name, entry)));
        if (Boolean.getBoolean("leadmap.entries.write")) {
            write(written);
            return;
        }

        assertThat(lines()).containsAll(written.values());
    }

    @Test
    void every_type_of_entry_has_a_sample() {
        assertThat(EveryEntry.all()).extracting(Entry::type).contains(EntryType.values());
    }

    /**
     * Every entry of the sample under its name: its type and its number among those of its type.
     */
    private static Map<String, Entry> written() {
        Map<EntryType, Integer> numbers = new EnumMap<>(EntryType.class);
        Map<String, Entry> named = new LinkedHashMap<>();
        for (Entry entry : EveryEntry.all()) {
            int number = numbers.merge(entry.type(), 1, Integer::sum);
            named.put(entry.type().apiName() + "/" + number, entry);
        }
        return named;
    }

    private static String line(String name, Entry entry) {
        EntryWriter.Parts parts = EntryWriter.write(entry);
        JsonObject line = Json.object().put("name", name).put("open", parts.open());
        return Json.text(
                (parts.sealed() == null ? line : line.put("sealed", parts.sealed())).node());
    }

    /** Adds the lines that are missing; one of the same name goes, as there are no leads yet. */
    private static void write(Map<String, String> written) throws IOException {
        List<String> kept = new ArrayList<>(Files.readAllLines(SAMPLES));
        written.forEach((name, line) -> {
            if (!kept.contains(line)) {
                kept.removeIf(other -> other.startsWith("{\"name\":\"" + name + "\","));
                kept.add(line);
            }
        });
        Files.writeString(SAMPLES, String.join("\n", kept) + "\n");
    }

    private static Map<String, Tree> stored() throws IOException, Json.Malformed {
        Map<String, Tree> samples = new LinkedHashMap<>();
        for (String line : lines()) {
            Tree sample = new Tree(Json.read(line));
            assertThat(samples.put(sample.text("name"), sample))
                    .as("two samples are called " + sample.text("name"))
                    .isNull();
        }
        return samples;
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(SAMPLES).stream().filter(line -> !line.startsWith("#")).toList();
    }
}
