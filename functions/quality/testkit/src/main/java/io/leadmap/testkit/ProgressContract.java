package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Progress.Behind;
import io.leadmap.ports.Progress.Consumer;
import io.leadmap.ports.Progress.Page;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What {@code Progress} promises: whoever a consumer is behind with is found. */
public interface ProgressContract extends StoreSuite {

    private List<Behind> behind(PracticeId practice, Consumer consumer, Instant before) {
        List<Behind> behind = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            String cursor = null;
            do {
                Page page = store().progress().behind(consumer, part, 3, before, cursor);
                behind.addAll(page.behind());
                cursor = page.next();
            } while (cursor != null);
        }
        return behind.stream().filter(one -> one.practice().equals(practice)).toList();
    }

    @Test
    default void a_lead_is_behind_until_its_last_entry_is_reached() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        story.then(
                store(),
                new ContactEntry.NoteAdded("a", null),
                new ContactEntry.NoteAdded("b", null));
        Instant later = clock().instant().plusSeconds(1);

        assertThat(behind(practice, Consumer.PUBLISHER, later))
                .containsExactly(new Behind(practice, story.id(), 0, 3));
        assertThat(behind(practice, Consumer.PUBLISHER, clock().instant())).isEmpty();

        store().progress().reached(Consumer.PUBLISHER, practice, story.id(), 1);
        assertThat(behind(practice, Consumer.PUBLISHER, later))
                .containsExactly(new Behind(practice, story.id(), 1, 3));

        store().progress().reached(Consumer.PUBLISHER, practice, story.id(), 3);
        store().progress().reached(Consumer.PUBLISHER, practice, story.id(), 1);
        assertThat(store().progress().of(Consumer.PUBLISHER, practice, story.id())).isEqualTo(3);
        assertThat(behind(practice, Consumer.PUBLISHER, later)).isEmpty();
        assertThat(behind(practice, Consumer.DERIVER, later)).hasSize(1);

        store().progress().reached(Consumer.DERIVER, practice, story.id(), 3);
        assertThat(behind(practice, Consumer.DERIVER, later)).isEmpty();
    }
}
