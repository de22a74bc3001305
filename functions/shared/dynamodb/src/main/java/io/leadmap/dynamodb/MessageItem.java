package io.leadmap.dynamodb;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.message.Message;
import io.leadmap.domain.practice.PracticeId;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One person's copy of a message. Its text is sealed with the practice's key. */
final class MessageItem {

    /** Begins the sort keys of what waits for its reader. */
    static final String UNREAD = "new#";

    /** Begins the sort keys of what was read, or written, by the person. */
    static final String SETTLED = "old#";

    /** Holds while nobody else has read the message. */
    static final String UNMOVED = "readers = :before";

    private static final String READERS = "readers";

    private final PracticeKeys keys;

    MessageItem(PracticeKeys keys) {
        this.keys = keys;
    }

    static Keys.Key key(PracticeId practice, String person, String prefix, String id) {
        return new Keys.Key(Keys.messages(practice, person), prefix + id);
    }

    /** What no sort key with this prefix reaches. */
    static String end(String prefix) {
        return prefix + '~';
    }

    /** How the readers of a copy are kept. */
    static AttributeValue readers(Message message) {
        Map<String, AttributeValue> readers = new HashMap<>();
        message.readBy().forEach((person, at) -> readers.put(person, Item.seconds(at)));
        return AttributeValue.fromM(readers);
    }

    Item copy(PracticeId practice, Message message, String person) {
        String prefix = message.isUnreadBy(person) ? UNREAD : SETTLED;
        Keys.Key key = key(practice, person, prefix, message.id());
        byte[] plain = message.html().getBytes(StandardCharsets.UTF_8);
        Item item =
                Item.with(key)
                        .text("lead", message.lead() == null ? null : message.lead().value())
                        .text("author", message.author())
                        .instant("at", message.at())
                        .bytes(
                                Projected.SEALED,
                                Seal.seal(keys.key(practice), key.identity(), plain));
        List<AttributeValue> to = message.to().stream().map(AttributeValue::fromS).toList();
        item.attributes().put("to", AttributeValue.fromL(to));
        item.attributes().put(READERS, readers(message));
        return item;
    }

    Message read(PracticeId practice, Item item) {
        String lead = item.textOrNull("lead");
        byte[] sealed = item.bytes(Projected.SEALED);
        byte[] plain = Seal.open(keys.key(practice), item.key().identity(), sealed);
        Map<String, Instant> readers = new HashMap<>();
        item.value(READERS).m().forEach((person, at) -> readers.put(person, Item.instantOf(at)));
        return new Message(
                item.sk().substring(UNREAD.length()),
                lead == null ? null : new LeadId(lead),
                item.text("author"),
                item.value("to").l().stream().map(AttributeValue::s).toList(),
                new String(plain, StandardCharsets.UTF_8),
                item.instant("at"),
                readers);
    }
}
