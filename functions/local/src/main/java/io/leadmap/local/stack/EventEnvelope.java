package io.leadmap.local.stack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.template.Stack;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What every event of EventBridge begins with.
 *
 * @param source such as {@code aws.ses}
 * @param type its {@code detail-type}
 * @param at told to the second
 * @param resources the ARNs of what it is about
 */
public record EventEnvelope(String source, String type, Instant at, List<String> resources) {

    /** Copies the list that it is given. */
    public EventEnvelope {
        resources = List.copyOf(resources);
    }

    /** The whole event, with an id of its own, as it happens in the stack's account and region. */
    public ObjectNode around(ObjectNode detail, Stack stack) {
        ObjectNode event =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("version", "0")
                        .put("id", UUID.randomUUID().toString())
                        .put("detail-type", type)
                        .put("source", source)
                        .put("account", stack.account())
                        .put("time", at.truncatedTo(ChronoUnit.SECONDS).toString())
                        .put("region", stack.region());
        ArrayNode about = event.putArray("resources");
        resources.forEach(about::add);
        event.set("detail", detail);
        return event;
    }
}
