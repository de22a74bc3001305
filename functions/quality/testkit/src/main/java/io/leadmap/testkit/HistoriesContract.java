package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.SuppressionEntry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Histories.Chained;
import io.leadmap.ports.Histories.Verification;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** What {@code Histories} promises. */
public interface HistoriesContract extends StoreSuite {

    @Test
    default void a_history_is_read_oldest_first_and_folds_to_the_lead() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        for (int i = 0; i < 12; i++) {
            story.then(
                    store(),
                    new ContactEntry.NoteAdded("note " + i, null),
                    new SuppressionEntry.Unsubscribed(story.nextEmail(1)));
        }

        List<Commit> history = store().histories().read(practice, story.id());

        assertThat(history).hasSize(13);
        assertThat(history).extracting(Commit::firstSeq).startsWith(1L, 2L, 4L).isSorted();
        assertThat(Lead.fold(practice, story.id(), history)).isEqualTo(story.lead());
        assertThat(store().histories().read(practice, newLead())).isEmpty();
    }

    @Test
    default void a_history_that_nobody_touched_is_valid() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        story.then(
                store(),
                new ContactEntry.NoteAdded("a", null),
                new ContactEntry.NoteAdded("b", null));

        assertThat(store().histories().verify(practice, story.id()))
                .isEqualTo(new Verification(true, 3, Optional.empty()));
    }

    @Test
    default void what_is_new_is_told_with_its_link_in_the_chain() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        story.then(
                store(),
                new ContactEntry.NoteAdded("a", null),
                new ContactEntry.NoteAdded("b", null));
        story.then(store(), new ContactEntry.NoteAdded("c", null));

        List<Chained> since = store().histories().since(practice, story.id(), 3);

        assertThat(since).hasSize(1);
        assertThat(since.getFirst().commit().firstSeq()).isEqualTo(4);
        assertThat(since.getFirst().hash()).matches("[0-9a-f]{64}");
        assertThat(store().histories().since(practice, story.id(), 0)).hasSize(3);
    }
}
