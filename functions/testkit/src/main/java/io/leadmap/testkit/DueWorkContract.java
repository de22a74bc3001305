package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.application.DueWork.Due;
import io.leadmap.application.DueWork.Kind;
import io.leadmap.application.DueWork.Page;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.Entry.CallLogged.Outcome;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What {@code DueWork} promises: what is due is found, once, and nothing else. */
public interface DueWorkContract extends StoreSuite {

    /** What of a kind is due in a practice, from every shard and page. */
    private List<Due> due(PracticeId practice, Kind kind, Instant now, int limit) {
        List<Due> due = new ArrayList<>();
        for (int shard = 0; shard < store().dueWork().shards(); shard++) {
            String cursor = null;
            do {
                Page page = store().dueWork().due(kind, shard, now, limit, cursor);
                assertThat(page.due())
                        .hasSizeLessThanOrEqualTo(limit)
                        .isSortedAccordingTo(byTime());
                due.addAll(page.due());
                cursor = page.next();
            } while (cursor != null);
        }
        return due.stream().filter(one -> one.practice().equals(practice)).toList();
    }

    private static Comparator<Due> byTime() {
        return Comparator.comparing(Due::at);
    }

    private LeadStory newStory(PracticeId practice) {
        return new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
    }

    @Test
    default void a_drip_is_due_when_its_mail_is_and_not_before() {
        PracticeId practice = newPractice();
        LeadStory story = newStory(practice);
        Instant at = clock().instant().plus(Duration.ofDays(2));
        story.then(store(), new Entry.DripEnrolled("care", at, Duration.ofDays(2), false));

        assertThat(due(practice, Kind.DRIP, at.minusNanos(1), 10)).isEmpty();
        assertThat(due(practice, Kind.DRIP, at, 10))
                .containsExactly(new Due(practice, story.id(), "care", at));
        assertThat(due(practice, Kind.DEAD_LEAD, at.plus(Duration.ofDays(9)), 10)).isEmpty();

        story.then(store(), new Entry.DripStopped("care", "booked"));
        assertThat(due(practice, Kind.DRIP, at, 10)).isEmpty();
    }

    @Test
    default void every_lead_that_is_due_is_named_once_whatever_the_page() {
        PracticeId practice = newPractice();
        Instant at = clock().instant().plus(Duration.ofDays(2));
        List<Due> expected = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            LeadStory story = newStory(practice);
            story.then(store(), new Entry.DripEnrolled("care", at, Duration.ofDays(2), false));
            expected.add(new Due(practice, story.id(), "care", at));
        }

        assertThat(due(practice, Kind.DRIP, at, 2)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(due(practice, Kind.DRIP, at, 100)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    default void a_lead_that_nobody_reaches_is_due_after_its_grace_and_contact_ends_that() {
        PracticeId practice = newPractice();
        LeadStory story = newStory(practice);
        call(story, Outcome.NO_ANSWER, 2);
        assertThat(due(practice, Kind.DEAD_LEAD, clock().instant().plus(Duration.ofDays(9)), 10))
                .isEmpty();

        call(story, Outcome.VOICEMAIL, 1);
        Instant at = clock().instant().plus(Duration.ofHours(24));

        assertThat(due(practice, Kind.DEAD_LEAD, at.minusSeconds(1), 10)).isEmpty();
        assertThat(due(practice, Kind.DEAD_LEAD, at, 10))
                .containsExactly(new Due(practice, story.id(), "", at));

        story.then(
                store(),
                new Entry.StatusChanged(
                        io.leadmap.domain.lead.Status.CREATED,
                        io.leadmap.domain.lead.Status.CONTACTED,
                        null,
                        null,
                        false));
        assertThat(due(practice, Kind.DEAD_LEAD, at, 10)).isEmpty();
    }

    @Test
    default void a_changed_limit_moves_what_is_due() {
        PracticeId practice = newPractice();
        LeadStory story = newStory(practice);
        call(story, Outcome.NO_ANSWER, 3);
        Instant at = clock().instant();

        store().dueWork().refresh(story.lead(), SamplePractices.settings(3, Duration.ofHours(1)));
        assertThat(due(practice, Kind.DEAD_LEAD, at.plus(Duration.ofHours(1)), 10)).hasSize(1);

        store().dueWork().refresh(story.lead(), SamplePractices.settings(4, Duration.ofHours(1)));
        assertThat(due(practice, Kind.DEAD_LEAD, at.plus(Duration.ofDays(9)), 10)).isEmpty();

        LeadStory behind = story.copy();
        story.then(store(), new Entry.NoteAdded("meanwhile", null));
        store().dueWork().refresh(behind.lead(), SamplePractices.settings(4, Duration.ofHours(1)));
        assertThat(due(practice, Kind.DEAD_LEAD, at.plus(Duration.ofDays(1)), 10)).hasSize(1);
        assertThat(store().leads().find(practice, story.id())).contains(story.lead());
    }

    private void call(LeadStory story, Outcome outcome, int times) {
        for (int i = 0; i < times; i++) {
            story.then(store(), new Entry.CallLogged(outcome, null));
        }
    }

    @Test
    default void nobody_works_on_the_first_page_for_ever() {
        PracticeId practice = newPractice();
        @Nullable String next = store().dueWork().due(Kind.DRIP, 0, Instant.EPOCH, 5, null).next();
        assertThat(next).isNull();
        assertThat(due(practice, Kind.APPOINTMENT_DAY, clock().instant(), 5)).isEmpty();
    }
}
