package io.leadmap.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.conformance.Description.Operation;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a request, told without a route, so that one garbage can be thrown at all of
 * them.
 *
 * @param picks choose between what a route has: its members, parameters and pieces
 */
record Garbage(
        BodyKind body,
        String value,
        String contentType,
        String query,
        String path,
        Map<String, String> headers,
        Hole hole,
        List<Integer> picks) {

    /** What the body is made from. */
    enum BodyKind {
        EXAMPLE,
        WRONG_MEMBER,
        UNKNOWN_MEMBER,
        CUSTOM_MEMBER,
        TWICE,
        MISSING_MEMBER,
        VALUE_ALONE,
        CUT_OFF,
        NOT_UTF_8,
        NOT_BASE64,
        ENCODED_FORM,
        PARTS,
        NOTHING
    }

    /** What of API Gateway's event is missing, and how. */
    enum Hole {
        NONE,
        REMOVED,
        NULL,
        WRONG_TYPE
    }

    private static final List<String> PIECES =
            List.of(
                    "/headers",
                    "/pathParameters",
                    "/rawQueryString",
                    "/rawPath",
                    "/body",
                    "/isBase64Encoded",
                    "/requestContext",
                    "/requestContext/http",
                    "/requestContext/http/sourceIp",
                    "/requestContext/requestId",
                    "/requestContext/authorizer",
                    "/requestContext/authorizer/jwt",
                    "/requestContext/authorizer/jwt/claims",
                    "/requestContext/authorizer/jwt/claims/roles",
                    "/requestContext/authorizer/jwt/claims/practice");

    static Arbitrary<Garbage> any() {
        Arbitrary<String> query =
                Arbitraries.of(Nonsense.QUERY_VALUES)
                        .list()
                        .ofMaxSize(2)
                        .map(v -> String.join("&", v));
        Arbitrary<Map<String, String>> headers =
                Arbitraries.maps(
                                Arbitraries.of(Nonsense.HEADERS),
                                Arbitraries.of(Nonsense.HEADER_VALUES))
                        .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(BodyKind.class),
                        Arbitraries.of(Nonsense.VALUES),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just("application/json")),
                                Tuple.of(1, Arbitraries.of(Nonsense.CONTENT_TYPES))),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.just("-none-")), Tuple.of(1, query)),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.just("-real-")),
                                Tuple.of(1, Arbitraries.of(Nonsense.PATHS))),
                        headers,
                        Arbitraries.frequency(
                                Tuple.of(6, Hole.NONE),
                                Tuple.of(1, Hole.REMOVED),
                                Tuple.of(1, Hole.NULL),
                                Tuple.of(1, Hole.WRONG_TYPE)),
                        Arbitraries.integers().between(0, 1_000).list().ofSize(4))
                .as(Garbage::new);
    }

    private int pick(int which, int of) {
        return picks.get(which) % of;
    }

    /** The path's parameters, one of them perhaps spoiled. */
    Map<String, String> parameters(Map<String, String> real) {
        Map<String, String> parameters = new LinkedHashMap<>(real);
        if (!path.equals("-real-") && !parameters.isEmpty()) {
            List<String> names = new ArrayList<>(parameters.keySet());
            parameters.put(names.get(pick(0, names.size())), path);
        }
        return parameters;
    }

    /** The query: a parameter that the call knows, or one that it does not. */
    String query(Operation operation) {
        if (query.equals("-none-")) {
            return "";
        }
        List<String> names = new ArrayList<>(List.of("shoe", "dryRun", "%ff", ""));
        for (JsonNode parameter : operation.node().path("parameters")) {
            JsonNode known = Description.resolved(parameter);
            if (known.path("in").asText().equals("query")) {
                names.add(known.path("name").asText());
            }
        }
        return names.get(pick(1, names.size())) + "=" + query;
    }

    /** The body as it goes over the wire. */
    byte[] body(Operation operation) {
        return switch (body) {
            case NOTHING -> new byte[0];
            case VALUE_ALONE -> utf8(value);
            case NOT_UTF_8 -> new byte[] {'{', '"', (byte) 0xc3, '"', ':', (byte) 0xff, '}'};
            case NOT_BASE64, EXAMPLE -> utf8(example(operation).toString());
            case CUT_OFF -> {
                String whole = example(operation).toString();
                yield utf8(whole.substring(0, pick(2, whole.length())));
            }
            case ENCODED_FORM -> utf8("fullName=" + value + "&email=%zz&=&phone=%00&&" + value);
            case PARTS ->
                    utf8(
                            "--x\r\nContent-Disposition: form-data; name=\"fullName\"\r\n\r\n"
                                    + value
                                    + "\r\n--x\r\n\r\n"
                                    + "--x--");
            case MISSING_MEMBER, WRONG_MEMBER, UNKNOWN_MEMBER, CUSTOM_MEMBER, TWICE ->
                    utf8(members(operation));
        };
    }

    private String members(Operation operation) {
        Map<String, String> members = new LinkedHashMap<>();
        example(operation)
                .properties()
                .forEach(m -> members.put(m.getKey(), m.getValue().toString()));
        List<String> names = new ArrayList<>(members.keySet());
        JsonNode schema =
                Description.resolved(operation.bodies().path("application/json").path("schema"));
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "name" : names.get(pick(2, names.size()));
        switch (body) {
            case MISSING_MEMBER -> members.remove(name);
            case WRONG_MEMBER -> members.put(name, value);
            case UNKNOWN_MEMBER -> members.put("shoe", value);
            case CUSTOM_MEMBER -> {
                String key = Nonsense.CUSTOM_FIELDS.get(pick(2, Nonsense.CUSTOM_FIELDS.size()));
                members.put("custom", "{\"" + key + "\":" + value + "}");
            }
            default -> {}
        }
        List<String> written = new ArrayList<>();
        members.forEach((n, v) -> written.add("\"" + n + "\":" + v));
        if (body == BodyKind.TWICE) {
            written.add("\"" + name + "\":" + value);
        }
        return "{" + String.join(",", written) + "}";
    }

    private static JsonNode example(Operation operation) {
        JsonNode example = operation.bodies().path("application/json").path("example");
        return example.isObject() ? example : Deployment.JSON.createObjectNode();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Spoils what API Gateway would have written right. */
    void spoil(ObjectNode event) {
        if (body == BodyKind.NOT_BASE64) {
            event.put("body", "%%% not base64 %%%").put("isBase64Encoded", true);
        }
        if (hole == Hole.NONE) {
            return;
        }
        String piece = PIECES.get(pick(3, PIECES.size()));
        int slash = piece.lastIndexOf('/');
        JsonNode within = slash == 0 ? event : event.at(piece.substring(0, slash));
        String name = piece.substring(slash + 1);
        if (within instanceof ObjectNode parent && parent.has(name)) {
            switch (hole) {
                case REMOVED -> parent.remove(name);
                case NULL -> parent.putNull(name);
                default -> parent.putArray(name).add(7);
            }
        }
    }
}
