package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.database.TestDatabase;
import io.leadmap.domain.decide.DueEntry;
import io.leadmap.domain.decide.DueKey;
import io.leadmap.domain.decide.DueRange;
import io.leadmap.domain.decide.DueRules;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.DueWork;
import io.leadmap.testkit.SamplePractices;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a sweep reads depends on what is due and on a practice's settings, never on how many leads
 * there are or wait.
 */
class DueReadsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final AtomicInteger PRACTICES = new AtomicInteger();

    private final TestDatabase database = TestDatabase.shared();
    private final Watch watch = new Watch();
    private final DueWork dueWork = dueWork(database.client(watch));
    private final Practice practice =
            SamplePractices.of(new PracticeId("reads" + PRACTICES.incrementAndGet()));
    private final List<WriteRequest> entries = new ArrayList<>();

    /** Counts queries and the entries that they read. */
    private static final class Watch implements ExecutionInterceptor {
        private int queries;
        private int read;

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            if (context.response() instanceof QueryResponse answer) {
                queries++;
                read += answer.scannedCount();
            }
        }
    }

    private DueWork dueWork(DynamoDbClient client) {
        String leads = String.valueOf(database.environment().get("LEADS_TABLE"));
        return new DynamoDueWork(new Table(client, leads));
    }

    @Test
    void where_nothing_stands_one_query_asks_for_all_attempts_there_could_be() {
        assertThat(sweep(DueRules.deadLeads(practice, NOW))).isZero();
        assertThat(watch.queries).as("unreached, and proposed").isEqualTo(2);
        assertThat(watch.read).isZero();
    }

    @Test
    void among_many_that_wait_the_same_is_read_as_among_few() {
        for (int lead = 0; lead < 30; lead++) {
            stands(new DueKey.Unreached(3 + lead % 3, false), NOW.minus(Duration.ofDays(2)));
        }
        few();
        assertThat(sweep(DueRules.deadLeads(practice, NOW))).isEqualTo(30);
        int queries = watch.queries;
        int read = watch.read;

        many();
        watch.queries = 0;
        watch.read = 0;
        assertThat(sweep(DueRules.deadLeads(practice, NOW))).isEqualTo(30);
        assertThat(watch.queries).isEqualTo(queries).isLessThanOrEqualTo(10);
        assertThat(watch.read).isEqualTo(read).isLessThanOrEqualTo(36);
    }

    @Test
    void where_many_wait_and_nothing_is_due_a_query_leaps_over_them() {
        many();
        assertThat(sweep(DueRules.deadLeads(practice, NOW))).isZero();
        assertThat(watch.queries).as("3, 4 and 5 attempts, more; proposed").isLessThanOrEqualTo(5);
        assertThat(watch.read).isLessThanOrEqualTo(3);
    }

    @Test
    void what_was_proposed_is_not_read_again_while_the_practice_proposes() {
        for (int lead = 0; lead < 20; lead++) {
            stands(new DueKey.Unreached(3, true), NOW.minus(Duration.ofDays(9)));
        }
        store();
        List<DueRange> proposing =
                DueRules.deadLeads(practice, NOW).stream()
                        .filter(range ->
                                range.key() instanceof DueKey.Unreached(int n, boolean p) && !p)
                        .toList();
        assertThat(sweep(proposing)).isZero();
        assertThat(watch.read).isZero();
        assertThat(sweep(DueRules.deadLeads(practice, NOW))).isEqualTo(20);
    }

    @Test
    void runs_that_wait_cost_one_entry_for_each_mail_behind_which_some_stand() {
        for (int lead = 0; lead < 40; lead++) {
            stands(new DueKey.Drip("care", lead % 2 == 0 ? null : "hello"), NOW);
        }
        store();
        List<DueRange> ranges =
                List.of(
                        new DueRange(new DueKey.Drip("care", null), NOW.minusSeconds(1)),
                        new DueRange(new DueKey.Drip("care", "hello"), NOW.minusSeconds(1)));
        assertThat(sweep(ranges)).isZero();
        assertThat(watch.read).isEqualTo(2);
        assertThat(watch.queries).isEqualTo(2);
    }

    private void few() {
        waiting(5);
    }

    private void many() {
        waiting(300);
    }

    /** Leads at the limit, or below it, whose grace is not over. */
    private void waiting(int leads) {
        for (int lead = 0; lead < leads; lead++) {
            stands(new DueKey.Unreached(1 + lead % 5, false), NOW.minusSeconds(lead));
        }
        store();
    }

    private void stands(DueKey key, Instant since) {
        LeadId lead = new LeadId("lead%022d".formatted(PRACTICES.incrementAndGet()));
        Map<String, AttributeValue> item =
                new HashMap<>(Keys.head(practice.id(), lead).attributes());
        item.putAll(DueIndex.place(practice.id(), new DueEntry(key, since)));
        entries.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
    }

    private void store() {
        try (DynamoDbClient client = database.client()) {
            String leads = String.valueOf(database.environment().get("LEADS_TABLE"));
            for (int from = 0; from < entries.size(); from += 25) {
                List<WriteRequest> batch =
                        entries.subList(from, Math.min(from + 25, entries.size()));
                client.batchWriteItem(write -> write.requestItems(Map.of(leads, batch)));
            }
        }
        entries.clear();
    }

    private int sweep(List<DueRange> ranges) {
        int due = 0;
        @Nullable String cursor = null;
        do {
            DueWork.Page page = dueWork.within(practice.id(), ranges, 50, cursor);
            due += page.due().size();
            cursor = page.next();
        } while (cursor != null);
        return due;
    }
}
