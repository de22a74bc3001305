package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.database.FaultyHttp;
import io.leadmap.database.TestDatabase;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.leadmap.ports.Store;
import io.leadmap.ports.Unavailable;
import io.leadmap.testkit.InMemoryKeyService;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.MovableClock;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the store does when DynamoDB fails for longer than the SDK tries. */
class FaultsTest {

    private static final AtomicInteger PRACTICES = new AtomicInteger();
    private static final InMemoryKeyService KEYS = DynamoStoreSuite.KEYS;

    private final TestDatabase database = TestDatabase.shared();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00Z"));
    private final Store healthy = store(FaultyHttp.Fault.NONE, Backoff.NONE);
    private final PracticeId practice = Configured.practice("faults" + PRACTICES.incrementAndGet());
    private final LeadStory story = new LeadStory(practice, new LeadId("leadoffaults"), clock);

    /** A store whose SDK tries once. */
    private Store store(FaultyHttp.Fault fault, Backoff backoff) {
        FaultyHttp http = new FaultyHttp(UrlConnectionHttpClient.create(), fault);
        return new DynamoStore(
                database.client(http, List.of(), 1),
                database.environment(),
                KEYS,
                clock,
                backoff,
                new Invocation());
    }

    private Append second() {
        story.begin(healthy, "m@example.com", null);
        return story.next(new ContactEntry.NoteAdded("second", null));
    }

    @Test
    void an_outage_is_a_fault_that_passes_and_nothing_is_written() {
        Append second = second();
        List<Integer> waits = new ArrayList<>();

        assertThatThrownBy(() -> store(FaultyHttp.Fault.OUTAGE, waits::add).leads().append(second))
                .isInstanceOf(Unavailable.class);

        assertThat(healthy.histories().read(practice, story.id())).hasSize(1);
        assertThat(healthy.leads().append(second)).isInstanceOf(Appended.Stored.class);
    }

    @Test
    void a_conflict_is_tried_again_with_a_pause_each_time() {
        Append second = second();
        List<Integer> waits = new ArrayList<>();

        Appended appended = store(FaultyHttp.Fault.CONFLICT, waits::add).leads().append(second);

        assertThat(appended).isInstanceOf(Appended.Stored.class);
        assertThat(waits).containsExactly(1);
    }

    @Test
    void a_commit_whose_answer_is_lost_is_neither_denied_nor_doubled() {
        Append second = second();

        Appended appended =
                store(FaultyHttp.Fault.LOST_ANSWER, Backoff.NONE).leads().append(second);

        assertThat(appended).isInstanceOf(Appended.Stored.class);
        assertThat(healthy.histories().read(practice, story.id())).hasSize(2);
        assertThat(healthy.histories().verify(practice, story.id()).valid()).isTrue();
        assertThat(healthy.leads().find(practice, story.id())).contains(story.lead());
    }

    @Test
    void a_practices_key_is_unwrapped_once_in_a_quarter_of_an_hour() {
        second();
        InMemoryKeyService keys = KEYS;
        Store fresh =
                new DynamoStore(
                        database.client(),
                        database.environment(),
                        keys,
                        clock,
                        Backoff.NONE,
                        new Invocation());
        int before = keys.unwrapped();
        fresh.leads().find(practice, story.id());
        clock.advance(Duration.ofMinutes(14));
        fresh.leads().find(practice, story.id());
        assertThat(keys.unwrapped() - before).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        fresh.leads().find(practice, story.id());
        assertThat(keys.unwrapped() - before).isEqualTo(2);
    }
}
