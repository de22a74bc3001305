package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.message.Message;
import io.leadmap.domain.practice.PracticeId;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What {@code Messages} promises: everybody has what they wrote or got, and nobody else has it. */
public interface MessagesContract extends StoreSuite {

    @Test
    default void a_message_is_its_author_s_and_its_recipients_and_waits_for_these_alone() {
        PracticeId practice = newPractice();
        Message message = message("m1", "anna", "adam", "eve");
        store().messages().send(practice, message);
        store().messages().send(practice, message);

        for (String person : List.of("anna", "adam", "eve")) {
            assertThat(store().messages().of(practice, person, null, 9)).containsExactly(message);
            assertThat(store().messages().find(practice, person, "m1")).contains(message);
        }
        assertThat(store().messages().unread(practice, "adam", 9)).containsExactly(message);
        assertThat(store().messages().unread(practice, "anna", 9)).isEmpty();
        assertThat(store().messages().find(practice, "otto", "m1")).isEmpty();
        assertThat(store().messages().find(newPractice(), "adam", "m1")).isEmpty();
        assertThat(store().messages().find(practice, "adam", "")).isEmpty();
        assertThat(store().messages().find(practice, "adam", "x".repeat(2000))).isEmpty();
    }

    @Test
    default void once_read_it_waits_no_longer_and_its_author_knows() {
        PracticeId practice = newPractice();
        Message message = message("m1", "anna", "adam", "eve");
        store().messages().send(practice, message);

        assertThat(store().messages().read(practice, message, "adam", clock().instant())).isTrue();
        assertThat(store().messages().read(practice, message, "adam", clock().instant())).isFalse();
        store().messages().send(practice, message);

        Message read = message.read("adam", clock().instant());
        assertThat(store().messages().unread(practice, "adam", 9)).isEmpty();
        assertThat(store().messages().of(practice, "adam", null, 9)).containsExactly(read);
        assertThat(store().messages().find(practice, "anna", "m1")).contains(read);
        assertThat(store().messages().find(practice, "eve", "m1")).contains(message);

        assertThat(store().messages().read(practice, message, "eve", clock().instant())).isTrue();
        assertThat(store().messages().find(practice, "anna", "m1"))
                .contains(read.read("eve", clock().instant()));
    }

    @Test
    default void they_are_listed_newest_first_page_by_page_and_wait_oldest_first() {
        PracticeId practice = newPractice();
        Message first = message("m1", "anna", "adam");
        Message second = message("m2", "adam", "anna");
        Message third = message("m3", "anna", "adam");
        List.of(first, second, third).forEach(one -> store().messages().send(practice, one));

        assertThat(store().messages().of(practice, "adam", null, 2)).containsExactly(third, second);
        assertThat(store().messages().of(practice, "adam", "m2", 2)).containsExactly(first);
        assertThat(store().messages().unread(practice, "adam", 9)).containsExactly(first, third);
        assertThat(store().messages().unread(practice, "adam", 1)).containsExactly(first);
    }

    private Message message(String id, String author, String... to) {
        return new Message(id, null, author, List.of(to), "<p>Good morning</p>", clock().instant());
    }
}
