package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.DueKey;
import io.leadmap.domain.decide.DueRange;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.ContactEntry.CallLogged.Outcome;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.DueWork.Due;
import io.leadmap.ports.DueWork.Page;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What {@code DueWork} promises: what stands in the ranges is found, once, and nothing else. */
public interface DueWorkContract extends StoreSuite {

    private static DueKey drip(String last) {
        return new DueKey.Drip("care", last.isEmpty() ? null : last);
    }

    private static DueKey unreached(int attempts) {
        return new DueKey.Unreached(attempts, false);
    }

    /** What stands in ranges, from every page. */
    private List<Due> within(PracticeId practice, int limit, DueRange... ranges) {
        List<Due> due = new ArrayList<>();
        String cursor = null;
        do {
            Page page = store().dueWork().within(practice, List.of(ranges), limit, cursor);
            assertThat(page.due()).hasSizeLessThanOrEqualTo(limit);
            due.addAll(page.due());
            cursor = page.next();
        } while (cursor != null);
        return due;
    }

    private List<Due> within(PracticeId practice, DueKey key, Instant until) {
        return within(practice, 10, new DueRange(key, until));
    }

    private LeadStory newStory(PracticeId practice) {
        return new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
    }

    @Test
    default void an_active_run_stands_behind_the_mail_that_was_decided_last() {
        PracticeId practice = newPractice();
        LeadStory story = newStory(practice);
        Instant begun = clock().instant();
        story.then(store(), new DripEntry.DripEnrolled("care", false, false));

        assertThat(within(practice, drip(""), begun.minusNanos(1))).isEmpty();
        assertThat(within(practice, drip(""), begun))
                .containsExactly(new Due(story.id(), drip("")));
        assertThat(within(newPractice(), drip(""), begun)).isEmpty();
        assertThat(within(practice, new DueKey.Drip("news", null), begun)).isEmpty();

        clock().advance(Duration.ofDays(2));
        story.then(store(), new DripEntry.DripAdvanced("care", "hello"));
        Instant decided = clock().instant();
        assertThat(within(practice, drip(""), decided)).isEmpty();
        assertThat(within(practice, drip("hello"), decided.minusNanos(1))).isEmpty();
        assertThat(within(practice, drip("hello"), decided))
                .containsExactly(new Due(story.id(), drip("hello")));

        story.then(store(), new DripEntry.DripPaused("care"));
        assertThat(within(practice, drip("hello"), decided)).isEmpty();
        clock().advance(Duration.ofHours(1));
        story.then(store(), new DripEntry.DripResumed("care"));
        assertThat(within(practice, drip("hello"), decided)).isEmpty();
        assertThat(within(practice, drip("hello"), clock().instant())).hasSize(1);
        story.then(store(), new DripEntry.DripStopped("care", "booked"));
        assertThat(within(practice, drip("hello"), clock().instant())).isEmpty();
    }

    @Test
    default void a_lead_that_nobody_reaches_stands_by_its_attempts_until_somebody_does() {
        PracticeId practice = newPractice();
        LeadStory story = newStory(practice);
        call(story, 1);
        clock().advance(Duration.ofHours(1));
        call(story, 1);
        Instant last = clock().instant();

        assertThat(within(practice, unreached(1), last)).isEmpty();
        assertThat(within(practice, unreached(2), last.minusNanos(1))).isEmpty();
        assertThat(within(practice, unreached(2), last))
                .containsExactly(new Due(story.id(), unreached(2)));

        story.then(store(), new ContactEntry.SweepProposed(2));
        assertThat(within(practice, unreached(2), last)).isEmpty();
        assertThat(within(practice, new DueKey.Unreached(2, true), last)).hasSize(1);

        call(story, 1);
        assertThat(within(practice, unreached(3), clock().instant())).hasSize(1);
        story.then(
                store(),
                new StatusEntry.StatusChanged(Status.CREATED, Status.CONTACTED, null, null, false));
        assertThat(within(practice, unreached(3), clock().instant())).isEmpty();
    }

    @Test
    default void a_paid_appointment_stands_by_its_start_until_it_is_unlinked() {
        PracticeId practice = newPractice();
        LeadStory story = newStory(practice);
        Instant now = clock().instant();
        Instant starts = now.plus(Duration.ofDays(30));
        DueKey paid = new DueKey.PaidVisit(false);
        story.then(
                store(),
                new PmsEntry.AppointmentLinked(
                        AppointmentsContract.appointment("a-1", "p-1", 1, now)));

        assertThat(within(practice, paid, starts.minusNanos(1))).isEmpty();
        assertThat(within(practice, paid, starts)).containsExactly(new Due(story.id(), paid));
        assertThat(within(practice, new DueKey.PaidVisit(true), starts)).isEmpty();

        story.then(store(), new PmsEntry.AppointmentUnlinked("pms", "a-1", "deleted"));
        assertThat(within(practice, paid, starts)).isEmpty();
    }

    @Test
    default void every_lead_in_any_of_the_ranges_is_named_once_whatever_the_page() {
        PracticeId practice = newPractice();
        List<Due> expected = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            LeadStory story = newStory(practice);
            int attempts = 1 + i % 4;
            call(story, attempts);
            if (i % 3 == 0) {
                story.then(store(), new ContactEntry.SweepProposed(attempts));
            }
            if (attempts > 1) {
                expected.add(new Due(story.id(), new DueKey.Unreached(attempts, i % 3 == 0)));
            }
            clock().advance(Duration.ofMinutes(1));
        }
        List<DueRange> ranges = new ArrayList<>();
        for (int attempts = 2; attempts <= 20; attempts++) {
            ranges.add(new DueRange(new DueKey.Unreached(attempts, false), clock().instant()));
            ranges.add(new DueRange(new DueKey.Unreached(attempts, true), clock().instant()));
        }
        DueRange[] all = ranges.toArray(DueRange[]::new);

        for (int limit : new int[] {1, 2, 3, 100}) {
            assertThat(within(practice, limit, all)).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(within(practice, 5)).isEmpty();
    }

    @Test
    default void ranges_end_at_times_of_their_own() {
        PracticeId practice = newPractice();
        List<LeadStory> waiting = new ArrayList<>();
        for (String last : List.of("a", "b", "c")) {
            LeadStory story = newStory(practice);
            story.then(store(), new DripEntry.DripEnrolled("care", false, false));
            story.then(store(), new DripEntry.DripAdvanced("care", last));
            waiting.add(story);
        }
        Instant now = clock().instant();

        assertThat(
                        within(
                                practice,
                                10,
                                new DueRange(drip("a"), now.minusSeconds(1)),
                                new DueRange(drip("c"), now),
                                new DueRange(drip("d"), now)))
                .containsExactly(new Due(waiting.getLast().id(), drip("c")));
        assertThat(within(practice, drip("a"), now)).hasSize(1);
    }

    @Test
    default void within_a_range_the_earliest_comes_first() {
        PracticeId practice = newPractice();
        List<Due> expected = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            LeadStory story = newStory(practice);
            call(story, 3);
            expected.add(new Due(story.id(), unreached(3)));
            clock().advance(Duration.ofMinutes(1));
        }
        assertThat(within(practice, 3, new DueRange(unreached(3), clock().instant())))
                .containsExactlyElementsOf(expected);
    }

    private void call(LeadStory story, int times) {
        for (int i = 0; i < times; i++) {
            story.then(store(), new ContactEntry.CallLogged(Outcome.NO_ANSWER, null));
        }
    }
}
