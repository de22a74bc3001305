package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.database.TestDatabase;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.today.Awaited;
import io.leadmap.domain.today.Awaits;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What a person's day costs depends on what is shown, never on how many leads wait or exist. */
class TodayReadsTest {

    private static final PracticeId PRACTICE = new PracticeId("todayreads");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final TestDatabase database = TestDatabase.shared();
    private final List<Integer> read = new ArrayList<>();

    /** Notes how many entries each query reads. */
    private final class Watch implements ExecutionInterceptor {
        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            if (context.response() instanceof QueryResponse answer) {
                read.add(answer.scannedCount());
            }
        }
    }

    @Test
    void a_page_reads_no_more_entries_than_it_shows() {
        Table leads =
                new Table(
                        database.client(new Watch()),
                        String.valueOf(database.environment().get("LEADS_TABLE")));
        for (int i = 0; i < 40; i++) {
            stands(leads, i, i % 2 == 0 ? "ava" : "noah", Awaits.CONTACT);
            stands(leads, 100 + i, "ava", Awaits.REBOOKING);
        }

        TodayIndex index = new TodayIndex(leads);
        assertThat(index.first(PRACTICE, Awaits.CONTACT, "ava", false, 11)).hasSize(11);
        assertThat(index.first(PRACTICE, Awaits.CONTACT, "noah", true, 50)).hasSize(20);
        assertThat(index.first(PRACTICE, Awaits.CHECK, "ava", false, 50)).isEmpty();
        assertThat(read).containsExactly(11, 20, 0);
    }

    private static void stands(Table leads, int number, String owner, Awaits what) {
        LeadId lead = new LeadId("lead%022d".formatted(number));
        var item = new HashMap<>(Keys.head(PRACTICE, lead).attributes());
        item.putAll(TodayIndex.place(PRACTICE, new Awaited(what, owner, NOON.plusSeconds(number))));
        leads.put(Item.of(item));
    }
}
