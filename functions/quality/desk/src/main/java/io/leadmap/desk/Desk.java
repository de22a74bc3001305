package io.leadmap.desk;

import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.lambda.Cursors;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.GrowingIds;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.Routes;
import io.leadmap.leads.Duplicates;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.LeadWriter;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Digests;
import io.leadmap.ports.Signatures;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.MovableClock;
import io.micronaut.json.tree.JsonNode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The calls of people over ports in memory, as the HTTP API hands them over to the endpoints that a
 * test names.
 */
public final class Desk {

    /** A complete lead, as an agent adds it. */
    public static final String MONIQUE =
            "{\"firstName\":\"Monique\",\"lastName\":\"Lee\",\"email\":\"monique@example.com\",\"phone\":\"0444"
                + " 444 444\"}";

    private static final Signatures SIGNATURES =
            (practice, purpose, message) ->
                    HexFormat.of().parseHex(Digests.sha256(practice + purpose + message));

    public final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00Z"));
    public final InMemoryStore store = new InMemoryStore(clock);
    public final Practice practice = DemoPractice.read();
    public final GrowingIds ids = new GrowingIds(clock);
    public final Pages pages = new Pages(new Cursors(SIGNATURES));
    public final LeadWriter writer =
            new LeadWriter(
                    store.leads(),
                    store.histories(),
                    store.firstAnswers(),
                    store.suppressions(),
                    clock,
                    Backoff.NONE);
    public final LeadAnswers answers =
            new LeadAnswers(store.practices(), new Duplicates(store.leads()), clock);
    public final Routes routes = new Routes();

    /**
     * Over the demonstration practice.
     *
     * @param calls what answers, made over the desk's ports
     */
    public Desk(Function<Desk, List<Endpoint>> calls) {
        store.practices().store(practice, 0);
        calls.apply(this).forEach(endpoint -> endpoint.addTo(routes));
    }

    /** A call as a person with these roles. */
    public HttpResponse call(
            String person,
            String roles,
            String method,
            String pathAndQuery,
            String body,
            Map<String, String> headers) {
        String path = pathAndQuery.split("\\?", 2)[0];
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (pathAndQuery.contains("?")) {
            for (String pair : pathAndQuery.split("\\?", 2)[1].split("&", -1)) {
                String[] parts = pair.split("=", 2);
                query.computeIfAbsent(parts[0], name -> new ArrayList<>())
                        .add(
                                parts.length < 2
                                        ? ""
                                        : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        Map<String, String> parameters = new HashMap<>();
        String key =
                routes.keys().stream()
                        .filter(route -> route.startsWith(method + " "))
                        .sorted(
                                Comparator.comparingLong(
                                        route -> route.chars().filter(c -> c == '{').count()))
                        .filter(route ->
                                matches(route.substring(method.length() + 1), path, parameters))
                        .findFirst()
                        .orElse(method + " " + path);
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("content-type", "application/json");
        return RoutesCall.answer(
                routes,
                new HttpRequest(
                        method,
                        key,
                        path,
                        parameters,
                        query,
                        all,
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of("practice", practice.id().value(), "sub", person, "roles", roles),
                        "203.0.113.7",
                        "request"),
                store.practices());
    }

    /** An administrator edits the practice's document. */
    public void reconfigure(UnaryOperator<String> edit) {
        Practice newest = store.practices().find(practice.id()).orElseThrow();
        Practice edited = DemoPractice.read(newest.version() + 1, edit);
        if (!store.practices().store(edited, newest.version())) {
            throw new AssertionError("somebody else was faster");
        }
    }

    /** Reads as Ava, an agent. */
    public HttpResponse get(String path) {
        return call("ava", "[agent]", "GET", path, "", Map.of());
    }

    /** Posts as Ava, an agent. */
    public HttpResponse post(String path, String body) {
        return post(path, body, Map.of());
    }

    /** Posts as Ava, with headers. */
    public HttpResponse post(String path, String body, Map<String, String> headers) {
        return call("ava", "[agent]", "POST", path, body, headers);
    }

    /** Patches as Ava, an agent. */
    public HttpResponse patch(String path, String body) {
        return call("ava", "[agent]", "PATCH", path, body, Map.of());
    }

    /** Adds a note to a lead. */
    public HttpResponse note(String lead, String html, Map<String, String> headers) {
        return post("/leads/" + lead + "/notes", "{\"html\":\"" + html + "\"}", headers);
    }

    /** Moves a lead, as the body says. */
    public HttpResponse status(String lead, String body, Map<String, String> headers) {
        return post("/leads/" + lead + "/status", body, headers);
    }

    /** Adds a source of this name. */
    public HttpResponse source(String name, Map<String, String> headers) {
        return post("/sources", "{\"name\":\"" + name + "\"}", headers);
    }

    /** Adds a lead and gives its id. */
    public String lead(String body) {
        HttpResponse added = post("/leads", body);
        if (added.status() != 201) {
            throw new AssertionError(added.text());
        }
        return text(json(added), "id");
    }

    /** How many entries the lead's history has, to see that nothing was written. */
    public long version(String lead) {
        return json(get("/leads/" + lead + "/history/verification")).get("entries").getLongValue();
    }

    /** The body of an answer. */
    public static JsonNode json(HttpResponse response) {
        try {
            return Json.read(response.body());
        } catch (Json.Malformed e) {
            throw new AssertionError(response.text(), e);
        }
    }

    /** The text of a member that is there. */
    public static String text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).orElseThrow().getStringValue();
    }

    private static boolean matches(String pattern, String path, Map<String, String> parameters) {
        String[] wanted = pattern.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return false;
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                found.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return false;
            }
        }
        parameters.putAll(found);
        return true;
    }
}
