package io.leadmap.leadupdates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.desk.Desk;
import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.leads.LeadWriter;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Unavailable;
import io.leadmap.testkit.LeadStory;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leads that look like the same person until somebody says that they are not. */
class DuplicateCommandsTest {

    private final Desk desk = UpdatesDesk.open();
    private final String first = desk.lead(Desk.MONIQUE);
    private final String second = desk.lead(Desk.MONIQUE);

    @Test
    void what_is_ignored_is_no_duplicate_of_either() {
        assertThat(items(first)).isEqualTo(1);
        assertThat(items(second)).isEqualTo(1);

        assertThat(ignore(second, first)).isEqualTo(200);
        assertThat(items(first)).isZero();
        assertThat(items(second)).isZero();
        assertThat(Desk.json(desk.get("/leads/" + first)).get("duplicates").size()).isZero();
    }

    @Test
    void said_twice_it_changes_nothing_more() {
        ignore(second, first);
        long entries = desk.version(second);
        assertThat(ignore(second, first)).isEqualTo(200);
        assertThat(desk.version(second)).isEqualTo(entries);
    }

    @Test
    void a_suspicion_ends_from_whichever_side_it_is_said() {
        for (boolean fromTheSuspected : List.of(true, false)) {
            LeadStory suspected =
                    new LeadStory(desk.practice.id(), id(fromTheSuspected), desk.clock)
                            .begin(desk.store, "monique@example.com", null)
                            .then(
                                    desk.store,
                                    new SuspensionEntry.Suspended(SuspensionCause.DUPLICATE),
                                    new SuspensionEntry.DuplicateSuspected(new LeadId(first)));
            String lead = suspected.id().value();

            assertThat(fromTheSuspected ? ignore(lead, first) : ignore(first, lead)).isEqualTo(200);
            assertThat(desk.get("/leads/" + lead).text()).doesNotContain("\"cause\":\"DUPLICATE\"");
            assertThat(desk.get("/leads/" + lead + "/history").text())
                    .contains("duplicateIgnored", "\"reinstated\"");
        }
    }

    @Test
    void what_was_interrupted_between_the_two_leads_is_finished_by_saying_it_again() {
        Desk torn =
                new Desk(d ->
                        List.of(
                                new DuplicateCommands(
                                        new LeadWriter(
                                                new Interrupted(d.store.leads()),
                                                d.store.histories(),
                                                d.store.firstAnswers(),
                                                d.store.suppressions(),
                                                d.clock,
                                                Backoff.NONE),
                                        d.answers,
                                        d.store.leads())));
        LeadStory one =
                new LeadStory(torn.practice.id(), id(true), torn.clock)
                        .begin(torn.store, "monique@example.com", null);
        LeadStory suspected =
                new LeadStory(torn.practice.id(), id(false), torn.clock)
                        .begin(torn.store, "monique@example.com", null)
                        .then(
                                torn.store,
                                new SuspensionEntry.Suspended(SuspensionCause.DUPLICATE),
                                new SuspensionEntry.DuplicateSuspected(one.id()));
        String call = "/leads/" + one.id() + "/duplicates/" + suspected.id() + "/ignore";
        Map<String, String> key = Map.of("idempotency-key", "k");

        assertThatThrownBy(() -> torn.post(call, "", key)).isInstanceOf(Unavailable.class);
        assertThat(isSuspected(torn, suspected)).isTrue();
        assertThat(torn.post(call, "", key).status()).isEqualTo(200);
        assertThat(isSuspected(torn, suspected)).isFalse();
    }

    @Test
    void who_does_not_resemble_the_lead_cannot_be_ignored() {
        String stranger = desk.lead("{\"firstName\":\"Tim\",\"email\":\"tim@example.com\"}");
        assertThat(ignore(first, stranger)).isEqualTo(404);
    }

    @Test
    void a_lead_that_is_not_there_or_is_the_lead_itself_is_not_found() {
        long entries = desk.version(second);
        assertThat(ignore(second, "01kjf6xze08adp4wm4720bz8z9")).isEqualTo(404);
        assertThat(ignore(second, "no-id")).isEqualTo(404);
        assertThat(ignore(second, second)).isEqualTo(404);
        assertThat(desk.version(second)).isEqualTo(entries);
    }

    private static LeadId id(boolean fromTheSuspected) {
        return new LeadId(
                fromTheSuspected ? "suspected00000000000000001" : "suspected00000000000000002");
    }

    private int ignore(String lead, String other) {
        return desk.post("/leads/" + lead + "/duplicates/" + other + "/ignore", "").status();
    }

    private int items(String lead) {
        JsonNode found = Desk.json(desk.get("/leads/" + lead + "/duplicates"));
        return found.get("items").size();
    }

    private static boolean isSuspected(Desk desk, LeadStory story) {
        return desk.store
                .leads()
                .find(desk.practice.id(), story.id())
                .orElseThrow()
                .suspension()
                .isFor(SuspensionCause.DUPLICATE);
    }

    /** The second append does not get through, once. */
    private static final class Interrupted implements Leads {
        private final Leads leads;
        private int appends;

        Interrupted(Leads leads) {
            this.leads = leads;
        }

        @Override
        public Optional<Lead> find(PracticeId practice, LeadId lead) {
            return leads.find(practice, lead);
        }

        @Override
        public Known known(PracticeId practice, Set<IdentityKey> keys) {
            return leads.known(practice, keys);
        }

        @Override
        public Appended append(Append append) {
            if (++appends == 2) {
                throw new Unavailable("interrupted", null);
            }
            return leads.append(append);
        }
    }
}
