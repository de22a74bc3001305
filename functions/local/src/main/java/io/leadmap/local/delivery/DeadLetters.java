package io.leadmap.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.leadmap.local.data.DataFolder;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The template's queues, which here only take what could not be delivered. */
public final class DeadLetters {
    private final DataFolder data;
    private final InstantSource clock;
    private final AtomicLong number = new AtomicLong();

    /** Kept in the data folder, stamped by the clock. */
    public DeadLetters(DataFolder data, InstantSource clock) {
        this.data = data;
        this.clock = clock;
    }

    /** Puts a message on a queue of the template. */
    void send(String queue, JsonNode body) {
        String at = clock.instant().toString();
        data.write(
                folder(queue) + "/" + at.replace(':', '-') + "-" + number.incrementAndGet(),
                JsonNodeFactory.instance.objectNode().put("sentAt", at).set("body", body));
    }

    /** Everything on a queue, oldest first: {@code {sentAt, body}}. */
    public List<JsonNode> read(String queue) {
        return new ArrayList<>(data.list(folder(queue)).values());
    }

    private static String folder(String queue) {
        return "queues/" + queue;
    }
}
