package io.leadmap.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message that a function handed to SES.
 *
 * @param id the mailbox's own id, in the paths of {@code /_local/mail}
 * @param messageId what SES answered
 * @param from the sender, as in the From header
 * @param to addresses of the To header
 * @param cc addresses of the Cc header
 * @param subject decoded
 * @param html decoded HTML part, if any
 * @param text decoded plain part, if any
 * @param headers every header of the message by its name, decoded
 * @param tags message tags of the call
 * @param configurationSet the configuration set it was sent with, if any
 * @param sentAt by the runner's clock
 * @param leadId of the mail's {@code lead} tag, if any
 */
public record Mail(
        String id,
        String messageId,
        String from,
        List<String> to,
        List<String> cc,
        String subject,
        @Nullable String html,
        @Nullable String text,
        Map<String, String> headers,
        Map<String, String> tags,
        @Nullable String configurationSet,
        Instant sentAt,
        @Nullable String leadId) {

    /** Copies what it is given. */
    public Mail {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        headers = Map.copyOf(headers);
        tags = Map.copyOf(tags);
    }

    /** The mail with what {@link #json} wrote. */
    public static Mail of(JsonNode json) {
        return new Mail(
                json.path("id").asText(),
                json.path("messageId").asText(),
                json.path("from").asText(),
                texts(json.path("to")),
                texts(json.path("cc")),
                json.path("subject").asText(),
                json.path("html").textValue(),
                json.path("text").textValue(),
                fields(json.path("headers")),
                fields(json.path("tags")),
                json.path("configurationSet").textValue(),
                Instant.parse(json.path("sentAt").asText()),
                json.path("leadId").textValue());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static Map<String, String> fields(JsonNode object) {
        Map<String, String> fields = new LinkedHashMap<>();
        object.properties().forEach(one -> fields.put(one.getKey(), one.getValue().asText()));
        return fields;
    }

    /** As {@code GET /_local/mail} shows it and the data folder keeps it. */
    public ObjectNode json() {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("messageId", messageId)
                        .put("from", from);
        to.forEach(node.putArray("to")::add);
        cc.forEach(node.putArray("cc")::add);
        node.put("subject", subject).put("html", html).put("text", text);
        headers.forEach(node.putObject("headers")::put);
        tags.forEach(node.putObject("tags")::put);
        return node.put("configurationSet", configurationSet)
                .put("sentAt", sentAt.toString())
                .put("leadId", leadId);
    }
}
