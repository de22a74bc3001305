package io.leadmap.leads;

import io.leadmap.domain.message.Message;
import io.leadmap.json.Json;
import io.micronaut.json.tree.JsonNode;

import java.util.Map;

/** A message as the API shows it to one of its people. */
public final class MessageJson {

    private MessageJson() {}

    /**
     * @param person who looks at it
     */
    public static JsonNode of(Message message, String person) {
        return Json.object()
                .put("id", message.id())
                .put("version", message.version())
                .putText("leadId", message.lead())
                .put("authorId", message.author())
                .putTexts("to", message.to())
                .put("html", message.html())
                .putText("sentAt", message.at())
                .put("unread", message.isUnreadBy(person))
                .put(
                        "readBy",
                        message.readBy().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .toList(),
                        reader ->
                                Json.object()
                                        .put("personId", reader.getKey())
                                        .putText("at", reader.getValue())
                                        .node())
                .node();
    }
}
