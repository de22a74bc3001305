package io.leadmap.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.conformance.Description.Operation;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

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

    private static final List<String> CUSTOM =
            List.of("referral", "insurance", "injury", "injured-on", "weight", "shoe", "", "a.b");

    private static final String DEEP = "[".repeat(200) + "]".repeat(200);

    /** JSON values, as they are written, that some reader somewhere trips over. */
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1e400",
                    "-1E+1000000000",
                    "0.1e-999999999",
                    "9".repeat(59),
                    "9".repeat(400),
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"\\u202e\\ufeff\"",
                    "[]",
                    "{}",
                    DEEP,
                    "[null]",
                    "[1,\"a\"]",
                    "{\"a\":{\"b\":[{}]}}",
                    "\"" + "x".repeat(30_000) + "\"",
                    "[" + "\"a\",".repeat(5_000) + "\"a\"]",
                    "\"2026-02-30\"",
                    "\"9999-99-99T99:99:99Z\"",
                    "\"+999999999-12-31T23:59:59Z\"",
                    "\"-999999999-01-01\"",
                    "\"2026-02-27T09:30:00+25:00\"",
                    "\"0444 444 444\"",
                    "\"+\"",
                    "\"a@b\"",
                    "\"{{nonsense}}\"",
                    "\"{{{{}}}}\"",
                    "\"<script>x()</script>\"",
                    "\"=cmd()\"",
                    "\"none\"",
                    "\"me\"",
                    "\"\\r\\n.\\r\\n\"",
                    "\"' OR 1=1 --\"",
                    "\"\uD83D\uDE00\"",
                    "NaN",
                    "undefined",
                    "'a'",
                    "\"");

    private static final List<String> QUERY_VALUES =
            List.of(
                    "",
                    "-1",
                    "0",
                    "201",
                    "99999999999999999999",
                    "1e3",
                    "%00",
                    "%zz",
                    "%ff%fe",
                    "%",
                    "+",
                    "2026-02-30",
                    "0000-00-00",
                    "2999-12-31",
                    "9999-12-31",
                    "1900-01-01",
                    "-999999999-01-01",
                    "lastWeek",
                    "none",
                    "me",
                    ",,,",
                    "CREATED,ASLEEP",
                    "AAAA",
                    "a".repeat(3_000),
                    "%F0%9F%98%80".repeat(120),
                    "true",
                    "null",
                    "createdAt",
                    "-",
                    "2026-02-27T09:30:00",
                    "2026-02-27T09:30:00%2B11:00",
                    "..%2f..%2f");

    private static final List<String> PATHS =
            List.of(
                    "",
                    "-",
                    "null",
                    "..",
                    "%2e%2e",
                    "a".repeat(5_000),
                    "\u0000",
                    "\uD83D\uDE00",
                    "' OR 1=1 --",
                    "{id}",
                    "brightwater-",
                    "-enquiry",
                    "a-b-c",
                    "brightwater-pms",
                    "01kjf6xze08adp4wm4720bz8z8",
                    "A",
                    "settings",
                    "lost",
                    " ");

    static Arbitrary<Garbage> any() {
        Arbitrary<String> type =
                Arbitraries.of(
                        "application/json",
                        "application/json; charset=utf-16",
                        "application/json;",
                        "APPLICATION/JSON",
                        "text/plain",
                        "",
                        "multipart/form-data",
                        "multipart/form-data; boundary=x",
                        "multipart/form-data; boundary=",
                        "application/x-www-form-urlencoded",
                        "a/b; c=d; c=e",
                        ";;;=,",
                        "application/merge-patch+json");
        Arbitrary<String> query =
                Arbitraries.of(QUERY_VALUES).list().ofMaxSize(2).map(v -> String.join("&", v));
        Arbitrary<Map<String, String>> headers =
                Arbitraries.maps(
                                Arbitraries.of(
                                        "if-match",
                                        "if-none-match",
                                        "idempotency-key",
                                        "accept",
                                        "origin",
                                        "host",
                                        "x-odd",
                                        "content-length"),
                                Arbitraries.of(
                                        "",
                                        "*",
                                        "\"1\"",
                                        "W/\"1\"",
                                        "\"999999999999999999\"",
                                        "\u00e4\u00f6",
                                        "x".repeat(300),
                                        "text/csv",
                                        "application/json",
                                        "null",
                                        "https://www.brightwater.example",
                                        "https://evil.example",
                                        "\u0000"))
                        .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(BodyKind.class),
                        Arbitraries.of(VALUES),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(3, Arbitraries.just("application/json")),
                                net.jqwik.api.Tuple.of(1, type)),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(2, Arbitraries.just("-none-")),
                                net.jqwik.api.Tuple.of(1, query)),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(2, Arbitraries.just("-real-")),
                                net.jqwik.api.Tuple.of(1, Arbitraries.of(PATHS))),
                        headers,
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(6, Hole.NONE),
                                net.jqwik.api.Tuple.of(1, Hole.REMOVED),
                                net.jqwik.api.Tuple.of(1, Hole.NULL),
                                net.jqwik.api.Tuple.of(1, Hole.WRONG_TYPE)),
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
                String key = CUSTOM.get(pick(2, CUSTOM.size()));
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
