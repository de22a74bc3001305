package io.leadmap.runtime;

import io.leadmap.application.Practices;
import io.leadmap.application.configuration.ConfigurationJson;
import io.leadmap.application.json.Json;
import io.leadmap.application.json.JsonObject;
import io.leadmap.runtime.lead.LeadAdditions;
import io.micronaut.context.BeanContext;
import io.micronaut.json.tree.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One request for each route of a function, as API Gateway sends it, to a practice that exists in
 * the rehearsal alone. Some change a lead there, the others are refused.
 */
final class Rehearsal {

    private static final String PRACTICE = "rehearsal";
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private static final String LEAD =
            """
            {"firstName": "Re", "lastName": "Hearsal", "email": "rehearsal@example.com", \
            "phone": "0444 444 444"}\
            """;

    /** Bodies of the calls that functions are mostly called for; the others get an empty object. */
    private static final Map<String, String> BODIES =
            Map.of(
                    "POST /leads",
                    LEAD,
                    "POST /forms/{formId}",
                    LEAD,
                    "PATCH /leads/{id}",
                    "{\"comment\": \"x\"}",
                    "POST /leads/{id}/calls",
                    "{\"outcome\": \"reached\"}",
                    "POST /leads/{id}/notes",
                    "{\"html\": \"<p>x</p>\"}",
                    "POST /leads/{id}/emails",
                    "{\"subject\": \"x\", \"html\": \"<p>x</p>\"}");

    private final BeanContext beans;
    private final Authorisation authorisation;

    Rehearsal(BeanContext beans, Authorisation authorisation) {
        this.beans = beans;
        this.authorisation = authorisation;
    }

    /** Goes down every route; a fault is logged, and the next route is gone down. */
    void run(Routes routes, Log log) {
        configure();
        String lead = routes.keys().stream().anyMatch(key -> key.contains("{id}")) ? lead() : "";
        for (String routeKey : routes.keys()) {
            try {
                answer(routes, routeKey, lead);
            } catch (RuntimeException e) {
                log.fault(PRACTICE, "priming failed", e, "route", routeKey);
            }
        }
    }

    private void configure() {
        try (InputStream in =
                Objects.requireNonNull(Rehearsal.class.getResourceAsStream("rehearsal.json"))) {
            if (ConfigurationJson.read(Json.read(in.readAllBytes()), 1)
                    instanceof ConfigurationJson.Result.Read(var practice)) {
                beans.getBean(Practices.class).store(practice, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    private String lead() {
        Routes additions = beans.getBean(LeadAdditions.class).addTo(new Routes());
        return answer(additions, "POST /leads", "")
                .headers()
                .getOrDefault("Location", "")
                .replace("/leads/", "");
    }

    private HttpResponse answer(Routes routes, String routeKey, String lead) {
        try {
            JsonNode event = Json.read(Json.write(event(routeKey, lead)));
            HttpResponse response =
                    HttpEvents.request(event)
                            .map(request -> routes.answer(request, authorisation))
                            .orElseThrow();
            HttpEvents.write(response);
            return response;
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode event(String routeKey, String lead) {
        String[] methodAndPath = routeKey.split(" ", 2);
        Map<String, String> known =
                Map.of(
                        "id", lead,
                        "formId", PRACTICE + "-form",
                        "connectionId", PRACTICE + "-pms",
                        "token", PRACTICE + "-rehearsal-1-1-x");
        JsonObject parameters = Json.object();
        NAME.matcher(routeKey)
                .results()
                .map(name -> name.group(1))
                .forEach(name -> parameters.put(name, known.getOrDefault(name, PRACTICE)));
        JsonObject claims =
                Json.object().put("practice", PRACTICE).put("sub", "agent").put("roles", "[agent]");
        return Json.object()
                .put("routeKey", routeKey)
                .put("rawPath", methodAndPath[1])
                .put("rawQueryString", "")
                .put("headers", Json.object().put("Content-Type", "application/json"))
                .put("pathParameters", parameters)
                .put(
                        "requestContext",
                        Json.object()
                                .put("requestId", PRACTICE)
                                .put(
                                        "http",
                                        Json.object()
                                                .put("method", methodAndPath[0])
                                                .put("sourceIp", "192.0.2.1"))
                                .put(
                                        "authorizer",
                                        Json.object()
                                                .put("jwt", Json.object().put("claims", claims))))
                .put("body", BODIES.getOrDefault(routeKey, "{}"))
                .put("isBase64Encoded", false)
                .node();
    }
}
