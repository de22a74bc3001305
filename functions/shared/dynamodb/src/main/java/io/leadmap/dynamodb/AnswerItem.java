package io.leadmap.dynamodb;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.FirstAnswer;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * A remembered answer. It is expired by comparison with our clock; the time to live only tidies up.
 */
final class AnswerItem {

    /** Holds if nothing is remembered under the key, or nothing that counts any more. */
    static final String FREE = Table.ABSENT + " OR expires <= :now";

    private AnswerItem() {}

    static Keys.Key key(PracticeId practice, String key) {
        return Keys.answer(
                practice, Seal.name(Seal.sha256().digest(key.getBytes(StandardCharsets.UTF_8))));
    }

    static Item write(PracticeId practice, FirstAnswer answer) {
        return Item.with(key(practice, answer.key()))
                .text("key", answer.key())
                .text("body", answer.bodyHash())
                .number("status", answer.status())
                .text("lead", answer.lead() == null ? null : answer.lead().value())
                .number("seq", answer.seq())
                .text("reference", answer.reference())
                .instant("expires", answer.expires())
                .number("ttl", answer.expires().getEpochSecond() + 1);
    }

    static FirstAnswer read(Item item) {
        return new FirstAnswer(
                item.text("key"),
                item.text("body"),
                Math.toIntExact(item.number("status")),
                item.has("lead") ? new LeadId(item.text("lead")) : null,
                item.number("seq"),
                item.textOrNull("reference"),
                item.instant("expires"));
    }

    static Map<String, AttributeValue> now(Instant now) {
        return Map.of(":now", Item.seconds(now));
    }
}
