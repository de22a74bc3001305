package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.database.TestDatabase;
import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Patients.Known;
import io.leadmap.ports.Store;
import io.leadmap.ports.TooLarge;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.MovableClock;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Random;
import java.util.Set;

/** What is more than an item holds is told as that, and nothing of it is written. */
class ItemLimitTest {

    private static final PracticeId PRACTICE = Configured.practice("itemlimit");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00Z"));
    private final Store store =
            new DynamoStore(
                    TestDatabase.shared().client(),
                    TestDatabase.shared().environment(),
                    DynamoStoreSuite.KEYS,
                    clock,
                    Backoff.NONE,
                    new Invocation());

    @Test
    void a_command_that_no_item_of_the_history_holds_changes_nothing() {
        LeadId id = new LeadId("lead" + "0".repeat(22));
        LeadStory story = new LeadStory(PRACTICE, id, clock).begin(store, "m@a.example", null);
        Append huge = story.copy().next(new ContactEntry.NoteAdded(noise(), null));

        assertThatThrownBy(() -> store.leads().append(huge)).isInstanceOf(TooLarge.class);

        assertThat(store.leads().find(PRACTICE, id)).contains(story.lead());
        assertThat(store.histories().read(PRACTICE, id)).hasSize(1);
    }

    @Test
    void a_patient_whom_no_item_holds_is_not_kept() {
        Patient patient =
                new Patient(
                        "pms",
                        "p-1",
                        noise(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        Patient.Unread.NOTHING);

        assertThatThrownBy(() ->
                        store.patients()
                                .store(PRACTICE, null, new Known(patient, null, null, Set.of())))
                .isInstanceOf(TooLarge.class);
        assertThat(store.patients().find(PRACTICE, "pms", "p-1")).isEmpty();
    }

    private static String noise() {
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(600_000, 'a', 'z').forEach(c -> noise.append((char) c));
        return noise.toString();
    }
}
