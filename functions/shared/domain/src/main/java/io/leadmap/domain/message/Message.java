package io.leadmap.domain.message;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.text.Prose;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people of a practice tell each other; not part of any history, and nobody's but its author's
 * and its recipients' (domain section 5).
 *
 * @param id grows with time
 * @param lead what it is about; null for no lead
 * @param author a person's id
 * @param to ids of the people it is for, without the author
 * @param html sanitised
 * @param readBy who has read it, and when; a recipient's copy knows of nobody but them
 */
public record Message(
        String id,
        @Nullable LeadId lead,
        String author,
        List<String> to,
        String html,
        Instant at,
        Map<String, Instant> readBy) {

    /** How many people it may be for. */
    public static final int MOST_RECIPIENTS = 50;

    /** How many characters of HTML it has at most. */
    public static final int LONGEST = 5000;

    public Message {
        to = List.copyOf(to);
        html = Prose.of(html);
        readBy = Map.copyOf(readBy);
    }

    /** One that was just written. */
    public Message(
            String id,
            @Nullable LeadId lead,
            String author,
            List<String> to,
            String html,
            Instant at) {
        this(id, lead, author, to, html, at, Map.of());
    }

    /** From 1, growing when somebody reads it. */
    public long version() {
        return 1L + readBy.size();
    }

    /** Tells whether it waits for this person. */
    public boolean isUnreadBy(String person) {
        return to.contains(person) && !readBy.containsKey(person);
    }

    /** The same, read by a person. */
    public Message read(String person, Instant when) {
        Map<String, Instant> readers = new LinkedHashMap<>(readBy);
        readers.put(person, when);
        return new Message(id, lead, author, to, html, at, readers);
    }

    /** The same under another id. */
    public Message named(String other) {
        return new Message(other, lead, author, to, html, at, readBy);
    }
}
