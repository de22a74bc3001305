package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.NameIndex.Found;
import io.leadmap.ports.NameIndex.Place;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What {@code NameIndex} promises: whoever is followed is found by each beginning of a name. */
public interface NameIndexContract extends StoreSuite {

    /** Begins Monique Lee. */
    private LeadStory begin(PracticeId practice) {
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), null, "+61444444444");
        store().nameIndex().follow(practice, story.id());
        return story;
    }

    private void rename(LeadStory story, FieldKey field, @Nullable String from, String to) {
        story.then(
                store(),
                new RecordEntry.FieldChanged(
                        field,
                        from == null ? null : new FieldValue.Text(from),
                        new FieldValue.Text(to)));
        store().nameIndex().follow(story.lead().practice(), story.id());
    }

    private List<LeadId> found(PracticeId practice, String beginning) {
        return store().nameIndex().find(practice, beginning, 10).places().stream()
                .map(Place::lead)
                .toList();
    }

    @Test
    default void a_lead_is_found_by_each_beginning_of_its_names_and_of_all_of_them_joined() {
        PracticeId practice = newPractice();
        LeadStory monique = begin(practice);
        begin(newPractice());

        for (String beginning : List.of("m", "moni", "monique", "l", "lee", "moniquele")) {
            assertThat(store().nameIndex().find(practice, beginning, 10))
                    .as(beginning)
                    .isEqualTo(
                            new Found(
                                    List.of(
                                            new Place(
                                                    monique.id(),
                                                    monique.lead().dates().created())),
                                    false));
        }
        assertThat(found(practice, "onique")).isEmpty();
        assertThat(found(practice, "leemonique")).isEmpty();
        assertThat(found(practice, "moniqueleee")).isEmpty();
    }

    @Test
    default void a_lead_that_was_renamed_is_found_by_its_new_names_only() {
        PracticeId practice = newPractice();
        LeadStory story = begin(practice);
        rename(story, FieldKey.LAST_NAME, "Lee", "Ångström");

        assertThat(found(practice, "angs")).containsExactly(story.id());
        assertThat(found(practice, "moniquean")).containsExactly(story.id());
        assertThat(found(practice, "lee")).isEmpty();

        rename(story, FieldKey.NAME, null, "Braces");
        assertThat(found(practice, "brac")).containsExactly(story.id());
        assertThat(found(practice, "monique")).as("the person's").containsExactly(story.id());
    }

    @Test
    default void a_name_of_more_words_than_one_transaction_takes_is_found_by_each() {
        PracticeId practice = newPractice();
        LeadStory story = begin(practice);
        StringBuilder many = new StringBuilder();
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second < 'f'; second++) {
                many.append(first).append(second).append(' ');
            }
        }
        rename(story, FieldKey.NAME, null, many.toString());

        assertThat(found(practice, "za")).containsExactly(story.id());
        assertThat(found(practice, "aaab")).containsExactly(story.id());

        rename(story, FieldKey.NAME, many.toString(), "Braces");
        assertThat(found(practice, "za")).isEmpty();
        assertThat(found(practice, "brac")).containsExactly(story.id());
    }

    @Test
    default void more_places_than_were_asked_for_are_said_and_not_read() {
        PracticeId practice = newPractice();
        List<LeadId> leads = List.of(begin(practice).id(), begin(practice).id());

        Found one = store().nameIndex().find(practice, "monique", 1);
        assertThat(one.places()).hasSize(1);
        assertThat(one.more()).isTrue();
        assertThat(found(practice, "monique")).containsExactlyInAnyOrderElementsOf(leads);
        assertThat(store().nameIndex().find(practice, "monique", 2).more()).isFalse();
    }

    @Test
    default void following_a_lead_that_is_not_there_finds_nobody() {
        PracticeId practice = newPractice();
        store().nameIndex().follow(practice, newLead());

        assertThat(found(practice, "m")).isEmpty();
    }
}
