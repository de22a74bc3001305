package io.leadmap.ports;

import io.leadmap.domain.message.Message;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people of a practice tell each other: everybody finds what they wrote and what they got. */
public interface Messages {

    /** Gives a message to its author and its recipients; the same id again changes nothing. */
    void send(PracticeId practice, Message message);

    /**
     * What waits for a person, oldest first.
     *
     * @param limit how many at most
     */
    List<Message> unread(PracticeId practice, String person, int limit);

    /**
     * What a person wrote or got, newest first.
     *
     * @param before the id behind which to begin; null for the newest
     * @param limit how many at most
     */
    List<Message> of(PracticeId practice, String person, @Nullable String before, int limit);

    /** A message as one of its people has it; empty for everybody else. */
    Optional<Message> find(PracticeId practice, String person, String id);

    /**
     * Remembers that a recipient has read it, in their copy and in the author's.
     *
     * @param unread as the recipient has it
     * @return false if somebody else was faster
     */
    boolean read(PracticeId practice, Message unread, String recipient, Instant at);
}
