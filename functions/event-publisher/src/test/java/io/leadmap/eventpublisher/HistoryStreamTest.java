package io.leadmap.eventpublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.lambda.StreamRecord;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.EventBus;
import io.leadmap.ports.Unavailable;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.SamplePractices;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How the records of a history's stream become calls of the bus. */
class HistoryStreamTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-02-27T09:30:00Z"));
    private static final PracticeId PRACTICE = new PracticeId("brightwater");

    private final InMemoryStore store = new InMemoryStore(CLOCK);
    private final List<List<EventBus.Event>> calls = new ArrayList<>();
    private boolean refuses;
    private final HistoryStream stream =
            new HistoryStream(
                    new PublishHistory(
                            store.histories(), store.progress(), this::hear, Backoff.NONE));
    private final LeadStory tim = new LeadStory(PRACTICE, new LeadId("tim00000000"), CLOCK);

    @Test
    void what_a_lead_did_within_a_batch_goes_out_together() {
        threeCommits();

        for (long seq = 1; seq <= 3; seq++) {
            stream.accept(record(seq));
        }

        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst()).hasSize(3);
    }

    @Test
    void more_than_the_bus_takes_at_once_goes_out_in_several_calls_and_in_order() {
        store.practices().store(SamplePractices.of(PRACTICE), 0);
        tim.begin(store, "tim@example.com", null);
        for (int i = 0; i < 11; i++) {
            tim.then(store, new ContactEntry.NoteAdded("note " + i, null));
        }

        stream.accept(record(12));

        assertThat(calls).extracting(List::size).containsExactly(10, 2);
        assertThat(calls.getFirst().getFirst().detail()).contains("\"seq\":1,");
        assertThat(calls.getLast().getLast().detail()).contains("\"seq\":12,");
    }

    @Test
    void what_the_bus_did_not_take_is_not_taken_for_published() {
        threeCommits();
        refuses = true;
        assertThatThrownBy(() -> stream.accept(record(3))).isInstanceOf(Unavailable.class);
        refuses = false;
        calls.clear();

        stream.accept(record(3));

        assertThat(calls).hasSize(1);
    }

    @Test
    void a_batch_goes_out_from_its_records_and_leaves_nothing_to_do_for_each() {
        List<StreamRecord> batch =
                List.of(
                        record("ann00000000", 1),
                        record("bob00000000", 1),
                        record("ann00000000", 2));

        stream.begin(batch);
        batch.forEach(stream);

        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst()).hasSize(3);
        assertThat(calls.getFirst().getFirst().detail()).contains("\"hash\":\"0a0b\"");
    }

    @Test
    void a_record_whose_predecessor_the_stream_forgot_publishes_it_from_the_history() {
        threeCommits();
        List<StreamRecord> batch = List.of(record(3));

        stream.begin(batch);
        assertThat(calls).isEmpty();
        batch.forEach(stream);

        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst()).hasSize(3);
    }

    private void threeCommits() {
        store.practices().store(SamplePractices.of(PRACTICE), 0);
        tim.begin(store, "tim@example.com", null);
        tim.then(store, new ContactEntry.NoteAdded("a", null));
        tim.then(store, new ContactEntry.NoteAdded("b", null));
    }

    private List<Integer> hear(List<EventBus.Event> events) {
        calls.add(events);
        return refuses ? IntStream.range(0, events.size()).boxed().toList() : List.of();
    }

    private StreamRecord record(long seq) {
        return record(tim.id().value(), seq);
    }

    /** A commit of one entry, as the stream tells of it. */
    private static StreamRecord record(String lead, long seq) {
        String open =
                """
                {"at":"2026-02-27T09:30:00Z","by":"SYSTEM","cause":"REQUEST","reference":"r-1",
                "configuration":1,"entries":[{"type":"noteAdded"}]}\
                """;
        Map<String, JsonNode> image =
                Map.of(
                        "pk", text(PRACTICE + "#" + lead),
                        "sk", text("%012d".formatted(seq)),
                        "open", text(open),
                        "hash",
                                JsonNode.createObjectNode(
                                        Map.of("B", JsonNode.createStringNode("Cgs="))));
        return new StreamRecord(
                StreamRecord.Kind.INSERT,
                Long.toString(seq),
                null,
                JsonNode.createObjectNode(image));
    }

    private static JsonNode text(String value) {
        return JsonNode.createObjectNode(Map.of("S", JsonNode.createStringNode(value)));
    }
}
