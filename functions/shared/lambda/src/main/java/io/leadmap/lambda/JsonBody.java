package io.leadmap.lambda;

import io.leadmap.json.Characters;
import io.leadmap.json.Json;
import io.leadmap.json.StrictView;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The JSON object in a request's body, read strictly. {@link #then} goes on if all that was read is
 * right; otherwise it answers with everything that is wrong: 400 (malformed, unknown names, wrong
 * types), 413, 415, or 422 (missing or impossible values).
 */
public final class JsonBody extends StrictView {

    /** The size up to which bodies of agents' calls are read, in bytes. */
    public static final int LIMIT = 256 * 1024;

    private final @Nullable Problem unreadable;

    private JsonBody(JsonNode object, @Nullable Problem unreadable) {
        super(object);
        this.unreadable = unreadable;
    }

    /** The body of a call that needs one. */
    public static JsonBody of(HttpRequest request) {
        return request.body().length == 0
                ? unreadable(Problem.malformed("A JSON object is needed as the body."))
                : read(request);
    }

    /** The body of a call that may have none. */
    public static JsonBody ofOptional(HttpRequest request) {
        return request.body().length == 0
                ? new JsonBody(JsonNode.createObjectNode(Map.of()), null)
                : read(request);
    }

    private static JsonBody unreadable(Problem problem) {
        return new JsonBody(JsonNode.createObjectNode(Map.of()), problem);
    }

    private static JsonBody read(HttpRequest request) {
        if (request.body().length > LIMIT) {
            return unreadable(Problem.tooLarge(LIMIT));
        }
        String type = request.mediaType();
        if (!type.equals("application/json")
                && !(type.startsWith("application/") && type.endsWith("+json"))) {
            return unreadable(Problem.unsupportedMediaType("Send application/json."));
        }
        try {
            JsonNode node = Json.read(request.body());
            if (isBroken(node)) {
                return unreadable(Problem.malformed("Send UTF-8; some characters are broken."));
            }
            return node.isObject()
                    ? new JsonBody(node, null)
                    : unreadable(Problem.malformed("A JSON object is needed as the body."));
        } catch (Json.Malformed e) {
            return unreadable(Problem.malformed(e.reason()));
        }
    }

    /** Whatever reads the body: a gateway may have replaced what was no UTF-8 on its way here. */
    private static boolean isBroken(JsonNode node) {
        if (node.isString()) {
            return Characters.isBroken(node.getStringValue());
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.entries()) {
                if (Characters.isBroken(member.getKey()) || isBroken(member.getValue())) {
                    return true;
                }
            }
        } else if (node.isArray()) {
            for (JsonNode element : node.values()) {
                if (isBroken(element)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is wrong with what was read, and every name that nobody read. */
    public Optional<Problem> problem() {
        if (unreadable != null) {
            return Optional.of(unreadable);
        }
        if (!malformed().isEmpty()) {
            return Optional.of(Problem.malformed(malformed()));
        }
        return invalid().isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(invalid()));
    }

    /** Goes on if all that was read is right, answers the problem otherwise. */
    public HttpResponse then(Supplier<HttpResponse> next) {
        return problem().map(Problem::response).orElseGet(next);
    }
}
