package io.leadmap.conformance;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.formintake.FormIntake;
import io.leadmap.leadqueries.LeadQueries;
import io.leadmap.leadupdates.LeadUpdates;
import io.leadmap.local.aws.AwsEndpoints;
import io.leadmap.local.data.DataFolder;
import io.leadmap.macroemail.MacroEmail;
import io.leadmap.pmswebhook.PmsWebhook;
import io.leadmap.practiceimport.PracticeImport;
import io.leadmap.template.FunctionDefinition;
import io.leadmap.template.Route;
import io.leadmap.template.Template;
import io.leadmap.template.TemplateReader;
import io.leadmap.testkit.LambdaCall;
import io.leadmap.testkit.MovableClock;
import io.leadmap.unsubscribe.Unsubscribe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The template's HTTP functions in this JVM: their real handlers, each with its own environment and
 * role, over the template's tables in DynamoDB Local. No stream and no schedule runs, so that what
 * a call writes is all that happens.
 */
final class Deployment {

    /** The root of the sources, from the folder of this module. */
    static final Path SOURCES = Path.of("..", "..", "..");

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String IMPORT = "PracticeImport";

    /** Started once for all tests; each has a practice of its own in it. */
    private static final class Shared {
        private static final Template TEMPLATE =
                TemplateReader.read(
                        SOURCES.resolve("template.yaml"),
                        Map.of(
                                "JwtIssuer", "https://people.example",
                                "JwtAudience", "leadmap",
                                "PublicUrl", "https://leadmap.example",
                                "SendingDomain", "mail.leadmap.example"));
        private static final AwsEndpoints CLOUD = endpoints();

        private static AwsEndpoints endpoints() {
            try {
                return AwsEndpoints.start(
                        TEMPLATE.stack(), new DataFolder(null), Instant::now, (bus, event) -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    final MovableClock clock;
    private final Map<String, RequestStreamHandler> handlers = new LinkedHashMap<>();

    /** Functions that are told this time, and later ones as it is moved. */
    Deployment(Instant now) {
        clock = new MovableClock(now);
        for (Route route : routes()) {
            handlers.computeIfAbsent(route.function(), this::handler);
        }
        handlers.put(IMPORT, handler(IMPORT));
    }

    /** The routes of the HTTP API. */
    static List<Route> routes() {
        return Shared.TEMPLATE.routes();
    }

    /** Counts the calls that may have changed a table, once for each table. */
    static long changes() {
        return Shared.TEMPLATE.stack().tables().stream()
                .mapToLong(table -> Shared.CLOUD.changes(table.name()))
                .sum();
    }

    RequestStreamHandler handlerOf(Route route) {
        return handler(handlers, route.function());
    }

    private static RequestStreamHandler handler(
            Map<String, RequestStreamHandler> handlers, String logicalId) {
        RequestStreamHandler handler = handlers.get(logicalId);
        if (handler == null) {
            throw new IllegalStateException("the template has no function " + logicalId);
        }
        return handler;
    }

    private RequestStreamHandler handler(String logicalId) {
        return handler(logicalId, environment(logicalId), clock);
    }

    /** A handler as Lambda makes it, with an environment and a clock. */
    static RequestStreamHandler handler(
            String logicalId, Map<String, String> environment, InstantSource clock) {
        return switch (logicalId) {
            case "FormIntake" -> new FormIntake(environment, clock);
            case "LeadQueries" -> new LeadQueries(environment, clock);
            case "LeadUpdates" -> new LeadUpdates(environment, clock);
            case "MacroEmail" -> new MacroEmail(environment, clock);
            case "PmsWebhook" -> new PmsWebhook(environment, clock);
            case "Unsubscribe" -> new Unsubscribe(environment, clock);
            case IMPORT -> new PracticeImport(environment, clock);
            default -> throw new IllegalStateException("unknown HTTP function " + logicalId);
        };
    }

    /** The class of a function's handler. */
    static String handlerName(String logicalId) {
        return definition(logicalId).handler();
    }

    private static FunctionDefinition definition(String logicalId) {
        FunctionDefinition function = Shared.TEMPLATE.functions().get(logicalId);
        if (function == null) {
            throw new IllegalStateException("the template has no function " + logicalId);
        }
        return function;
    }

    /** The function's own variables, and those that Lambda itself sets. */
    static Map<String, String> environment(String logicalId) {
        return Shared.CLOUD.environment(definition(logicalId));
    }

    /** Hands an event to a function. */
    static JsonNode invoke(RequestStreamHandler handler, JsonNode event) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            handler.handleRequest(
                    new ByteArrayInputStream(JSON.writeValueAsBytes(event)), out, new LambdaCall());
            return JSON.readTree(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Configures a practice of this id as the demonstration's one, with a second map of two tracks
     * and a field for numbers. People sign in by their ids.
     */
    void configure(String practice) {
        configure(practice, document -> {});
    }

    /** Configures it so, or anew, with what somebody edits in its document. */
    void configure(String practice, Consumer<ObjectNode> edit) {
        try {
            Path demonstration =
                    SOURCES.resolve(
                            "functions/demonstration/src/main/resources/demonstration/brightwater.json");
            ObjectNode document = (ObjectNode) JSON.readTree(Files.readString(demonstration));
            document.put("practice", practice);
            for (JsonNode person : document.withArray("people")) {
                ((ObjectNode) person).put("subject", person.path("id").asText());
            }
            document.withArray("maps").add(JSON.readTree(JOURNEY));
            document.withArray("fields").add(JSON.readTree(WEIGHT));
            edit.accept(document);
            JsonNode answer = invoke(handler(handlers, IMPORT), document);
            if (answer.has("errors")) {
                throw new IllegalStateException(answer.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String WEIGHT =
            """
            {"key": "weight", "label": "Weight in kg", "kind": "number", "options": []}
            """;

    private static final String JOURNEY =
            """
            {"id": "journey", "version": 1, "name": "Journey", "colour": "#0f766e", "tracks": [
              {"id": "intake", "name": "First contact", "steps": [
                {"id": "called", "name": "Called", "description": "", "required": true},
                {"id": "prices", "name": "Sent prices", "description": "", "required": false}]},
              {"id": "visit", "name": "Visit", "steps": [
                {"id": "examined", "name": "Examined", "description": "", "required": true}]}]}
            """;
}
