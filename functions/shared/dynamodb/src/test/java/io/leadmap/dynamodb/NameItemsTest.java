package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.database.TestDatabase;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Store;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.MovableClock;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/** How names stand in the table, which tells nobody a name. */
class NameItemsTest {

    private final TestDatabase database = TestDatabase.shared();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00Z"));
    private final Tables tables = new Tables(database.client(), database.environment());
    private final Store store =
            new DynamoStore(
                    database.client(),
                    database.environment(),
                    DynamoStoreSuite.KEYS,
                    clock,
                    Backoff.NONE,
                    new Invocation());
    private final NameItems names =
            new NameItems(new PracticeKeys(tables, DynamoStoreSuite.KEYS, clock));

    @Test
    void a_beginning_of_a_text_is_a_beginning_of_its_chain_in_its_practice_only() {
        PracticeId practice = Configured.practice("chains");
        PracticeId other = Configured.practice("otherchains");

        assertThat(names.chain(practice, "monique")).startsWith(names.chain(practice, "mon"));
        assertThat(names.chain(practice, "monique")).hasSize(14).doesNotContain("monique");
        assertThat(names.chain(practice, "monika"))
                .doesNotStartWith(names.chain(practice, "moniq"));
        assertThat(names.chain(practice, "q".repeat(99))).hasSize(2 * NameItems.LENGTH);
        assertThat(names.chain(practice, "𝒜")).hasSize(2);
        assertThat(names.chain(other, "monique")).isNotEqualTo(names.chain(practice, "monique"));
    }

    @Test
    void whom_the_row_names_no_more_stands_nowhere() {
        PracticeId practice = Configured.practice("unnamed");
        LeadId lead = new LeadId("unnamedlead");
        new LeadStory(practice, lead, clock).begin(store, "m@example.com", null);
        store.nameIndex().follow(practice, lead);
        assertThat(kept(practice)).hasSize(2);

        Item head = tables.leads().get(Keys.head(practice, lead)).orElseThrow();
        var erased = new HashMap<>(head.attributes());
        erased.remove(Projected.SEALED);
        tables.leads().put(Item.of(erased));
        store.nameIndex().follow(practice, lead);

        assertThat(kept(practice)).isEmpty();
        assertThat(tables.counts().get(Keys.names(practice, lead))).isEmpty();
    }

    private List<Item> kept(PracticeId practice) {
        return tables.counts().partition(Keys.names(practice)).toList();
    }
}
