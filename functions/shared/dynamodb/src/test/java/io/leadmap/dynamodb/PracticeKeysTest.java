package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.database.FaultyHttp;
import io.leadmap.database.TestDatabase;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Store;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.MovableClock;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A practice's key comes with its first configuration, and nothing else makes one. */
class PracticeKeysTest {

    private static final AtomicInteger PRACTICES = new AtomicInteger();
    private static final JsonNode DOCUMENT = Json.object().put("name", "Practice").node();

    private final TestDatabase database = TestDatabase.shared();
    private final Tables tables = new Tables(database.client(), database.environment());
    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00Z"));
    private final PracticeId practice = new PracticeId("keys" + PRACTICES.incrementAndGet());

    /** A store that has unwrapped nothing yet. */
    private Store store(FaultyHttp.Fault fault) {
        FaultyHttp http = new FaultyHttp(UrlConnectionHttpClient.create(), fault);
        return new DynamoStore(
                database.client(http, List.of(), 1),
                database.environment(),
                DynamoStoreSuite.KEYS,
                clock,
                Backoff.NONE,
                new Invocation());
    }

    private Store store() {
        return store(FaultyHttp.Fault.NONE);
    }

    private boolean hasKey() {
        return tables.practice().get(Keys.practiceKey(practice, 1)).isPresent();
    }

    private void loseKey() {
        tables.practice().delete(Keys.practiceKey(practice, 1));
    }

    private LeadStory story() {
        return new LeadStory(practice, new LeadId("leadofkeys"), clock);
    }

    @Test
    void the_first_configuration_brings_the_key_that_everything_is_sealed_with() {
        assertThat(store().configurations().store(practice, 1, DOCUMENT)).isTrue();

        LeadStory begun = story().begin(store(), "m@example.com", null);

        assertThat(store().leads().find(practice, begun.id())).contains(begun.lead());
        assertThat(store().configurations().find(practice, 1).map(Json::text))
                .contains(Json.text(DOCUMENT));
    }

    @Test
    void a_first_configuration_whose_answer_is_lost_brings_one_key() {
        assertThat(
                        store(FaultyHttp.Fault.LOST_ANSWER)
                                .configurations()
                                .store(practice, 1, DOCUMENT))
                .isTrue();

        assertThat(store().configurations().find(practice, 1)).isPresent();
    }

    @Test
    void a_practice_whose_key_is_missing_is_a_fault_and_gets_no_other() {
        store().configurations().store(practice, 1, DOCUMENT);
        loseKey();

        assertThatThrownBy(() -> story().begin(store(), "m@example.com", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(practice.value());
        assertThatThrownBy(() -> store().configurations().find(practice, 1))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store().configurations().store(practice, 2, DOCUMENT))
                .isInstanceOf(IllegalStateException.class);
        assertThat(hasKey()).isFalse();
    }

    @Test
    void a_first_configuration_where_there_is_one_brings_no_key_in_the_place_of_a_lost_one() {
        store().configurations().store(practice, 1, DOCUMENT);
        loseKey();

        assertThat(store().configurations().store(practice, 1, DOCUMENT)).isFalse();

        assertThat(hasKey()).isFalse();
    }

    @Test
    void a_practice_that_nobody_configured_has_no_key_and_gets_none_by_being_asked_for() {
        assertThatThrownBy(() -> store().signatures().sign(practice, "link", "m"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(hasKey()).isFalse();
    }
}
