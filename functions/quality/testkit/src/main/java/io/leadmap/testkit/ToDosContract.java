package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/**
 * What {@code ToDos} promises: what people and decisions ask for is there once, until somebody ends
 * it.
 */
public interface ToDosContract extends StoreSuite {

    @Test
    default void open_to_dos_are_listed_oldest_first_by_whom_they_are_for() {
        PracticeId practice = newPractice();
        ToDo late = new ToDo("a", newLead(), "anna", "second", clock().instant().plusSeconds(9));
        ToDo early = new ToDo("b", newLead(), "anna", "first", clock().instant());
        ToDo anybody = new ToDo("c", newLead(), null, "for anybody", clock().instant());
        List.of(late, early, anybody, early).forEach(toDo -> store().toDos().ask(practice, toDo));

        assertThat(store().toDos().open(practice, "anna", 10)).containsExactly(early, late);
        assertThat(store().toDos().open(practice, "anna", 1)).containsExactly(early);
        assertThat(store().toDos().open(practice, null, 10)).containsExactly(anybody);
        assertThat(store().toDos().open(newPractice(), "anna", 10)).isEmpty();
    }

    @Test
    default void a_to_do_that_is_asked_again_keeps_its_time() {
        PracticeId practice = newPractice();
        ToDo first = new ToDo("a", newLead(), "anna", "call", clock().instant());
        store().toDos().ask(practice, first);
        store().toDos()
                .ask(
                        practice,
                        new ToDo(
                                "a",
                                first.lead(),
                                "anna",
                                "call",
                                clock().instant().plusSeconds(9)));

        assertThat(store().toDos().open(practice, "anna", 10)).containsExactly(first);
    }

    @Test
    default void a_to_do_that_was_closed_does_not_come_back_when_the_same_is_asked() {
        Practice practice = practice();
        ToDo asked = new ToDo("a", newLead(), "anna", "call", clock().instant());
        store().toDos().ask(practice.id(), asked);
        ToDo done = asked.closed(ToDo.State.DONE);
        assertThat(change(practice, asked, done)).isTrue();
        assertThat(change(practice, asked, done)).isFalse();
        assertThat(change(practice, done, done.closed(ToDo.State.WITHDRAWN))).isFalse();
        store().toDos().ask(practice.id(), asked);

        assertThat(store().toDos().open(practice.id(), "anna", 10)).isEmpty();
        assertThat(store().toDos().find(practice, "a")).contains(done);
    }

    @Test
    default void a_to_do_that_is_not_done_after_all_is_open_again() {
        Practice practice = practice();
        ToDo asked = new ToDo("a", newLead(), "anna", "call", clock().instant());
        store().toDos().ask(practice.id(), asked);
        ToDo done = asked.closed(ToDo.State.DONE);
        assertThat(change(practice, asked, done)).isTrue();
        ToDo again = done.reopened();
        assertThat(change(practice, asked.closed(ToDo.State.WITHDRAWN), again)).isFalse();
        assertThat(change(practice, done, again)).isTrue();
        assertThat(change(practice, done, again)).isFalse();

        assertThat(store().toDos().open(practice.id(), "anna", 10)).containsExactly(again);
        assertThat(store().toDos().find(practice, "a")).contains(again);
    }

    @Test
    default void a_to_do_that_was_given_to_somebody_else_is_theirs_alone() {
        Practice practice = practice();
        ToDo asked =
                new ToDo("a", null, "anna", "call", clock().instant(), "adam", 1, ToDo.State.OPEN);
        store().toDos().ask(practice.id(), asked);
        ToDo adams = asked.changed("adam", "call\nagain", clock().instant().plusSeconds(9));
        assertThat(change(practice, asked, adams)).isTrue();
        store().toDos().ask(practice.id(), asked);
        assertThat(change(practice, asked, adams)).isFalse();

        assertThat(store().toDos().find(practice, "a")).contains(adams);
        assertThat(store().toDos().open(practice.id(), "anna", 10)).isEmpty();
        assertThat(store().toDos().open(practice.id(), "adam", 10)).containsExactly(adams);

        ToDo anybodys = adams.changed(null, adams.text(), adams.at());
        assertThat(change(practice, adams, anybodys)).isTrue();
        ToDo back = anybodys.changed("anna", adams.text(), adams.at());
        assertThat(change(practice, anybodys, back)).isTrue();
        assertThat(store().toDos().open(practice.id(), "anna", 10)).containsExactly(back);
        assertThat(store().toDos().open(practice.id(), null, 10)).isEmpty();
    }

    @Test
    default void a_to_do_of_another_practice_or_none_is_not_found() {
        Practice practice = practice();
        ToDo asked = new ToDo("a", null, "anna", "call", clock().instant());
        store().toDos().ask(newPractice(), asked);

        assertThat(store().toDos().find(practice, "a")).isEmpty();
        assertThat(store().toDos().find(practice, "")).isEmpty();
        assertThat(store().toDos().find(practice, "x".repeat(2000))).isEmpty();
        assertThat(change(practice, asked, asked.closed(ToDo.State.DONE))).isFalse();
    }

    private boolean change(Practice practice, ToDo before, ToDo after) {
        return store().toDos().change(practice.id(), before, after, clock().instant());
    }

    /** A practice in which Anna and Adam work. */
    private Practice practice() {
        return SamplePractices.of(newPractice());
    }

    @Test
    default void a_to_do_comes_with_the_commit_and_is_asked_once() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        ToDo toDo = new ToDo("rebook-1", story.id(), "anna", "call to rebook", clock().instant());
        LeadStory.store(
                store(),
                story.next(
                        List.of(new ContactEntry.NoteAdded("a", null)),
                        List.of(),
                        List.of(),
                        List.of(toDo)));
        clock().advance(Duration.ofMinutes(1));
        ToDo later = new ToDo("rebook-1", story.id(), "anna", "call to rebook", clock().instant());
        LeadStory.store(
                store(),
                story.next(
                        List.of(new ContactEntry.NoteAdded("b", null)),
                        List.of(),
                        List.of(),
                        List.of(later)));

        assertThat(store().toDos().open(practice, "anna", 10)).containsExactly(toDo);
        assertThat(store().toDos().open(practice, "adam", 10)).isEmpty();
    }

    @Test
    default void a_to_do_that_became_pointless_ends_with_the_commit() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        ToDo mine = new ToDo("uncertain-1", story.id(), "anna", "ask", clock().instant());
        ToDo anybodys = new ToDo("uncertain-2", story.id(), null, "ask", clock().instant());
        Entry note = new ContactEntry.NoteAdded("a", null);
        LeadStory.store(
                store(), story.next(List.of(note), List.of(), List.of(), List.of(mine, anybodys)));

        LeadStory.store(store(), story.next(note, new ToDo.Asked("uncertain-1", "adam")));
        assertThat(store().toDos().open(practice, "anna", 10)).containsExactly(mine);
        LeadStory.store(store(), story.next(note, new ToDo.Asked("uncertain-1", "anna")));
        LeadStory.store(store(), story.next(note, new ToDo.Asked("uncertain-2", null)));
        assertThat(store().toDos().open(practice, "anna", 10)).isEmpty();
        assertThat(store().toDos().open(practice, null, 10)).isEmpty();
    }

    @Test
    default void a_to_do_that_became_pointless_ends_wherever_people_gave_it() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        ToDo annas = new ToDo("uncertain-1", story.id(), "anna", "ask", clock().instant());
        Entry note = new ContactEntry.NoteAdded("a", null);
        LeadStory.store(store(), story.next(List.of(note), List.of(), List.of(), List.of(annas)));
        ToDo adams = annas.changed("adam", annas.text(), annas.at());
        ToDo anybodys = adams.changed(null, annas.text(), annas.at());
        store().toDos().change(practice, annas, adams, clock().instant());
        store().toDos().change(practice, adams, anybodys, clock().instant());
        assertThat(store().toDos().open(practice, null, 10)).containsExactly(anybodys);

        LeadStory.store(store(), story.next(note, new ToDo.Asked("uncertain-1", "anna")));
        assertThat(store().toDos().open(practice, null, 10)).isEmpty();
    }
}
