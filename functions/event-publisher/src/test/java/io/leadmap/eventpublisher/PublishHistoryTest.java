package io.leadmap.eventpublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.eventpublisher.PublishHistory.Published;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.EventBus;
import io.leadmap.ports.Histories;
import io.leadmap.ports.Progress;
import io.leadmap.ports.Unavailable;
import io.leadmap.testkit.EveryEntry;
import io.leadmap.testkit.InMemoryStore;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

class PublishHistoryTest {

    private static final PracticeId PRACTICE = new PracticeId("brightwater");
    private static final LeadId LEAD = new LeadId("tim00000000");
    private static final LeadId ANN = new LeadId("ann00000000");
    private static final Instant AT = Instant.parse("2026-02-27T09:30:00Z");

    private final InMemoryStore store = new InMemoryStore(InstantSource.fixed(AT));
    private final List<EventBus.Event> heard = new ArrayList<>();
    private int calls;

    @Test
    void every_event_is_what_its_schema_says_and_says_nothing_about_the_person()
            throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(schemaFile()));

        publisher(everything(), List.of()).publish(PRACTICE, LEAD, 50);

        assertThat(heard).hasSameSizeAs(EveryEntry.all());
        assertThat(heard)
                .allSatisfy(event -> {
                    assertThat(
                                    schema.validate(
                                            event.detail(),
                                            InputFormat.JSON,
                                            context ->
                                                    context.getExecutionConfig()
                                                            .setFormatAssertionsEnabled(true)))
                            .isEmpty();
                    assertThat(event.detail())
                            .doesNotContain(EveryEntry.SECRET)
                            .contains("\"hash\":\"h1\"");
                });
    }

    @Test
    void what_a_trigger_did_names_it_as_its_cause() {
        publisher(everything(), List.of()).publish(PRACTICE, LEAD, 50);

        assertThat(heard)
                .filteredOn(event ->
                        event.detail()
                                .contains(
                                        "\"cause\":{\"kind\":\"trigger\",\"reference\":\"welcome\","
                                            + "\"anchor\":{\"kind\":\"form\",\"id\":\"enquiry\"}}"))
                .hasSize(1);
    }

    @Test
    void what_was_published_is_not_published_again() {
        PublishHistory publisher = publisher(everything(), List.of());
        int all = EveryEntry.all().size();

        assertThat(publisher.publish(PRACTICE, LEAD, all)).isEqualTo(new Published(all, all));
        assertThat(publisher.publish(PRACTICE, LEAD, all)).isEqualTo(new Published(0, all));
    }

    @Test
    void what_the_bus_refuses_is_offered_again_and_nothing_else() {
        publisher(everything(), List.of(List.of(0, 3), List.of(1))).publish(PRACTICE, LEAD, 50);

        assertThat(heard).doesNotHaveDuplicates().hasSameSizeAs(EveryEntry.all());
    }

    @Test
    void a_bus_that_takes_nothing_leaves_the_entries_to_be_published_later() {
        List<Integer> all = IntStream.range(0, 10).boxed().toList();

        assertThatThrownBy(() ->
                        publisher(everything(), List.of(all, all, all)).publish(PRACTICE, LEAD, 50))
                .isInstanceOf(Unavailable.class);
        publisher(everything(), List.of()).publish(PRACTICE, LEAD, 50);

        assertThat(heard).hasSameSizeAs(EveryEntry.all());
    }

    @Test
    void what_a_stream_tells_of_several_leads_goes_out_together() {
        PublishHistory publisher = publisher(everything(), List.of());

        assertThat(publisher.publish(List.of(told(LEAD, 1), told(ANN, 1), told(LEAD, 2))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(whose(LEAD), 2L, whose(ANN), 1L));

        assertThat(calls).isEqualTo(1);
        assertThat(heard).hasSize(3);
        assertThat(publisher.publish(List.of(told(LEAD, 2), told(ANN, 1)))).hasSize(2);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void a_commit_whose_predecessor_the_stream_forgot_is_left() {
        PublishHistory publisher = publisher(everything(), List.of());

        assertThat(publisher.publish(List.of(told(LEAD, 2), told(ANN, 1))))
                .containsExactly(Map.entry(whose(ANN), 1L));

        assertThat(heard).hasSize(1);
    }

    @Test
    void of_what_goes_out_together_the_commits_that_the_bus_took_are_noted() {
        List<Histories.Appended> told = new ArrayList<>();
        for (int seq = 1; seq <= 9; seq++) {
            told.add(told(LEAD, seq));
        }
        told.add(told(ANN, 1));
        told.add(told(ANN, 2));
        List<Integer> first = List.of(0);

        assertThatThrownBy(() ->
                        publisher(everything(), List.of(List.of(), first, first, first))
                                .publish(told))
                .isInstanceOf(Unavailable.class);

        assertThat(store.progress().of(Progress.Consumer.PUBLISHER, PRACTICE, LEAD)).isEqualTo(9);
        assertThat(store.progress().of(Progress.Consumer.PUBLISHER, PRACTICE, ANN)).isOne();
    }

    private static Progress.Whose whose(LeadId lead) {
        return new Progress.Whose(PRACTICE, lead);
    }

    private static Histories.Appended told(LeadId lead, long seq) {
        Commit commit =
                new Commit(
                        seq,
                        AT,
                        Actor.SYSTEM,
                        new Cause(Cause.Kind.REQUEST, "r-1"),
                        1,
                        List.of(new ContactEntry.NoteAdded("a note", null)));
        return new Histories.Appended(PRACTICE, lead, new Histories.Chained(commit, "h" + seq));
    }

    /** A publisher whose bus refuses these indexes, call by call. */
    private PublishHistory publisher(Histories histories, List<List<Integer>> refusals) {
        List<List<Integer>> left = new ArrayList<>(refusals);
        EventBus bus =
                events -> {
                    calls++;
                    List<Integer> refused = left.isEmpty() ? List.of() : left.removeFirst();
                    IntStream.range(0, events.size())
                            .filter(i -> !refused.contains(i))
                            .mapToObj(events::get)
                            .forEach(heard::add);
                    return refused;
                };
        return new PublishHistory(histories, store.progress(), bus, Backoff.NONE);
    }

    private static Histories everything() {
        Commit commit =
                new Commit(
                        1,
                        AT,
                        Actor.person("ava", EveryEntry.SECRET, Set.of(Role.AGENT)),
                        new Cause(Cause.Kind.REQUEST, "r-1"),
                        1,
                        EveryEntry.all(),
                        new TreeMap<>(
                                Map.of(
                                        19,
                                        new Trigger.Key(
                                                Trigger.Anchor.form("enquiry"), "welcome"))));
        return new Histories() {
            @Override
            public List<Commit> read(PracticeId practice, LeadId lead) {
                return List.of(commit);
            }

            @Override
            public List<Chained> since(PracticeId practice, LeadId lead, long afterSeq) {
                return afterSeq == 0 ? List.of(new Chained(commit, "h1")) : List.of();
            }

            @Override
            public Verification verify(PracticeId practice, LeadId lead) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** From this module's folder, in which its tests run. */
    private static Path schemaFile() {
        return Path.of("../../events/schemas/history-entry.json");
    }
}
