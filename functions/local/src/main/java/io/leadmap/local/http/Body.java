package io.leadmap.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The fields of a call's body, sent as JSON or by a form of the runner's own pages. */
record Body(JsonNode fields) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Body of(Request request) {
        try {
            // curl -d says that it sends a form, whatever it sends.
            boolean json = request.text().stripLeading().startsWith("{");
            if (!json
                    && request.header("content-type")
                            .orElse("")
                            .startsWith("application/x-www-form")) {
                ObjectNode fields = JSON.createObjectNode();
                for (String pair : request.text().split("&")) {
                    String[] parts = pair.split("=", 2);
                    if (parts.length == 2) {
                        fields.put(
                                URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                                URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
                    }
                }
                return new Body(fields);
            }
            return new Body(JSON.readTree(request.body()));
        } catch (IOException | IllegalArgumentException e) {
            return new Body(MissingNode.getInstance());
        }
    }

    Optional<String> text(String name) {
        JsonNode value = fields.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? Optional.of(value.asText())
                : Optional.empty();
    }
}
