package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.EntryType;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.leadmap.testkit.EveryEntry;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A history can never be changed, so what was once stored is read for ever: the samples in {@code
 * stored-entries.jsonl} stand for it. {@code -Dleadmap.entries.write=true} adds what is missing.
 */
class StoredEntriesTest {

    private static final Path SAMPLES =
            Path.of("src/test/resources/io/leadmap/dynamodb/stored-entries.jsonl");

    private static final String COMMIT = "commit/";

    /**
     * What samples mean that are no longer written so. A sample whose form was left stays in the
     * file and its meaning comes here, under its name.
     */
    private static final Map<String, Record> FORMER = Map.of();

    @Test
    void every_stored_sample_reads_to_what_was_written() throws Exception {
        Map<String, Record> meaning = new LinkedHashMap<>(written());
        meaning.putAll(FORMER);
        Map<String, Record> read = new LinkedHashMap<>();
        stored().forEach((name, sample) -> read.put(name, read(name, sample)));

        assertThat(read).containsExactlyInAnyOrderEntriesOf(meaning);
    }

    private static Record read(String name, TrustingView sample) {
        TrustingView open = sample.at("open");
        TrustingView sealed =
                sample.has("sealed") ? sample.at("sealed") : new TrustingView(Json.object().node());
        return name.startsWith(COMMIT)
                ? CommitJson.read(7, open, sealed)
                : (Record) EntryReader.read(open, sealed);
    }

    @Test
    void what_is_written_today_is_among_the_samples() throws Exception {
        Map<String, String> written = new LinkedHashMap<>();
        written().forEach((name, record) -> written.put(name, line(name, record)));
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

    @Test
    void every_variant_and_constant_that_an_entry_can_hold_is_in_a_sample() {
        Holdings possible = new Holdings();
        possible.addType(Entry.class);
        Holdings sampled = new Holdings();
        EveryEntry.all().forEach(sampled::addValue);

        possible.seen().remove("mail.Email$Kind.NOTICE"); // has an entry of its own kind
        assertThat(sampled.seen()).containsAll(possible.seen());
    }

    /**
     * Every entry of the sample under its name: its type and its number among those of its type;
     * and some commits.
     */
    private static Map<String, Record> written() {
        Map<EntryType, Integer> numbers = new EnumMap<>(EntryType.class);
        Map<String, Record> named = new LinkedHashMap<>();
        for (Entry entry : EveryEntry.all()) {
            int number = numbers.merge(entry.type(), 1, Integer::sum);
            named.put(entry.type().apiName() + "/" + number, (Record) entry);
        }
        for (Cause.Kind kind : Cause.Kind.values()) {
            named.put(COMMIT + (kind.ordinal() + 1), commit(kind));
        }
        return named;
    }

    /** A commit of this cause, by each of the actors in turn. */
    private static Commit commit(Cause.Kind cause) {
        List<Actor> actors =
                List.of(Actor.person("ava", EveryEntry.SECRET, Set.of()), Actor.LEAD, Actor.SYSTEM);
        Trigger.Key trigger = new Trigger.Key(Trigger.Anchor.form("enquiry"), "welcome");
        return new Commit(
                7,
                Instant.parse("2026-02-27T09:30:00Z"),
                actors.get(cause.ordinal() % actors.size()),
                new Cause(cause, "r-1"),
                3,
                List.of(
                        new ContactEntry.NoteAdded(EveryEntry.SECRET, null),
                        new TriggerEntry.TriggerFired(trigger, List.of()),
                        new DripEntry.DripFinished("physio-101")),
                cause == Cause.Kind.FORM
                        ? new TreeMap<>(Map.of(1, trigger, 2, trigger))
                        : new TreeMap<>());
    }

    private static String line(String name, Record written) {
        JsonObject line = Json.object().put("name", name);
        if (written instanceof Commit commit) {
            CommitJson.Parts parts = CommitJson.write(commit);
            return Json.text(line.put("open", parts.open()).put("sealed", parts.sealed()).node());
        }
        EntryWriter.Parts parts = EntryWriter.write((Entry) written);
        line.put("open", parts.open());
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

    private static Map<String, TrustingView> stored() throws IOException, Json.Malformed {
        Map<String, TrustingView> samples = new LinkedHashMap<>();
        for (String line : lines()) {
            TrustingView sample = new TrustingView(Json.read(line));
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
