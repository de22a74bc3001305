package io.leadmap.local.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.demonstration.DemonstrationPractices;
import io.leadmap.local.aws.AwsEndpoints;
import io.leadmap.local.delivery.DeadLetters;
import io.leadmap.local.delivery.RecentEvents;
import io.leadmap.local.delivery.StreamPoller;
import io.leadmap.local.delivery.Timeline;
import io.leadmap.local.functions.Answer;
import io.leadmap.local.functions.Functions;
import io.leadmap.local.functions.Invocations;
import io.leadmap.local.stack.Fault;
import io.leadmap.template.Template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What exists only where the project runs locally (api.md): {@code /} and {@code /_local/*}. */
public final class LocalCalls {
    private static final String PREFIX = "/_local";

    private final Parts parts;

    /** On these parts of the runner. */
    public LocalCalls(Parts parts) {
        this.parts = parts;
    }

    /**
     * What the calls act on.
     *
     * @param openapi the API's description, if it is there
     * @param url where all of it is reached
     */
    public record Parts(
            Template template,
            Functions functions,
            Timeline timeline,
            InstantSource clock,
            AwsEndpoints cloud,
            MailCalls mail,
            Identity identity,
            DemonstrationPractices practices,
            DeadLetters deadLetters,
            RecentEvents events,
            List<StreamPoller> pollers,
            Path openapi,
            String url) {
        /** Copies the list that it is given. */
        public Parts {
            pollers = List.copyOf(pollers);
        }
    }

    boolean owns(Request request) {
        String path = request.rawPath();
        return path.equals("/") || path.equals(PREFIX) || path.startsWith(PREFIX + "/");
    }

    Response answer(Request request) {
        List<String> path =
                Arrays.stream(request.path().split("/")).filter(part -> !part.isEmpty()).toList();
        if (path.size() < 2) {
            return request.method().equals("GET") ? start() : Response.message(405, "GET");
        }
        List<String> rest = path.subList(2, path.size());
        return switch (request.method() + " " + path.get(1)) {
            case "GET practices" -> Response.json(200, parts.practices().listing());
            case "POST token" -> token(Body.of(request));
            case "GET clock" -> clock(request);
            case "POST clock" -> move(request);
            case "GET functions" -> Response.json(200, parts.functions().invocations().listing());
            case "POST functions" -> invoke(request, rest);
            case "POST faults" -> fault(Body.of(request));
            case "GET faults" -> faultsLeft();
            case "GET queues" -> queues();
            case "GET events" -> events();
            case "GET openapi.yaml" -> openapi();
            default ->
                    path.get(1).equals("mail")
                            ? parts.mail().answer(request, rest)
                            : Response.message(404, "Not Found");
        };
    }

    private Response start() {
        return new StartPage(
                        parts.template(),
                        parts.practices().listing(),
                        parts.clock().instant(),
                        Files.exists(parts.openapi()),
                        parts.url())
                .response();
    }

    private Response token(Body body) {
        String practice = body.text("practice").orElse("");
        String agent = body.text("agent").orElse("");
        return parts.practices()
                .person(practice, agent)
                .map(person -> parts.identity().token(practice, person))
                .map(token -> JsonNodeFactory.instance.objectNode().put("token", token))
                .map(answer -> Response.json(200, answer))
                .orElseGet(() ->
                        Response.problem(
                                404,
                                "unknown-person",
                                "There is no person '%s' in practice '%s'"
                                        .formatted(agent, practice)));
    }

    private Response clock(Request request) {
        return request.wantsHtml()
                ? new ClockPage(parts.clock().instant(), parts.timeline().nextDue()).response()
                : now();
    }

    private Response now() {
        return Response.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("now", parts.clock().instant().toString()));
    }

    private Response move(Request request) {
        Body body = Body.of(request);
        Optional<Instant> target;
        try {
            target =
                    body.text("advance")
                            .map(this::later)
                            .or(() -> body.text("set").map(Instant::parse));
        } catch (DateTimeException e) {
            return Response.problem(422, "not-a-time", String.valueOf(e.getMessage()));
        }
        if (target.isEmpty()) {
            return Response.problem(422, "not-a-time", "advance or set is needed");
        }
        if (target.get().isBefore(parts.clock().instant())) {
            return Response.problem(409, "backwards", "The clock only moves forward.");
        }
        String schedules = body.text("schedules").orElse("all");
        switch (schedules) {
            case "all" -> parts.timeline().moveTo(target.get());
            case "once" -> parts.timeline().leapTo(target.get(), true);
            case "none" -> parts.timeline().leapTo(target.get(), false);
            default -> {
                return Response.problem(422, "bad-schedules", "schedules is all, once or none");
            }
        }
        return request.wantsHtml() ? Response.redirect("/_local/clock") : now();
    }

    /** ISO 8601: {@code P2DT3H}, also with weeks, months and years. */
    private Instant later(String amount) {
        Instant now = parts.clock().instant();
        int time = amount.indexOf('T');
        String days = time < 0 ? amount : amount.substring(0, time);
        Instant later =
                days.equals("P")
                        ? now
                        : now.atOffset(ZoneOffset.UTC).plus(Period.parse(days)).toInstant();
        return time < 0 ? later : later.plus(Duration.parse("P" + amount.substring(time)));
    }

    private Response invoke(Request request, List<String> rest) {
        if (rest.size() != 1 || parts.functions().find(rest.getFirst()).isEmpty()) {
            return Response.problem(404, "unknown-function", "template.yaml has no such function");
        }
        byte[] event = request.body().length == 0 ? new byte[] {'{', '}'} : request.body();
        Answer answer = parts.functions().invoke(rest.getFirst(), Invocations.DIRECT, event);
        return answer instanceof Answer.Success
                ? Response.json(200, answer.payload())
                : new Response(
                        502,
                        Map.of(
                                "Content-Type", List.of("application/json"),
                                "X-Amz-Function-Error", List.of("Unhandled")),
                        answer.payload());
    }

    private Response fault(Body body) {
        String service = body.text("service").orElse("");
        String kind = body.text("fault").orElse("");
        Optional<String> action = body.text("action");
        Optional<String> function = body.text("function");
        int times = body.text("times").map(LocalCalls::number).orElse(1);
        if (times < 0) {
            return Response.problem(422, "bad-fault", "times must be a number, not below 0");
        }
        if (service.equals("streams")) {
            return drop(kind, action, times);
        }
        try {
            parts.cloud()
                    .fail(
                            new Fault(
                                    service,
                                    action.orElse(null),
                                    function.orElse(null),
                                    kind,
                                    times));
            return Response.empty(204);
        } catch (IllegalArgumentException e) {
            return Response.problem(422, "bad-fault", String.valueOf(e.getMessage()));
        }
    }

    private Response faultsLeft() {
        ObjectNode left = JsonNodeFactory.instance.objectNode();
        return Response.json(200, left.put("left", parts.cloud().faultsLeft()));
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    /**
     * A stream that forgot records before its consumer read them: a function by its id, or one of
     * its events, {@code PmsWorker.Leads}.
     */
    private Response drop(String kind, Optional<String> consumer, int times) {
        List<StreamPoller> meant =
                parts.pollers().stream()
                        .filter(p ->
                                consumer.isEmpty()
                                        || p.source().function().equals(consumer.get())
                                        || p.source().id().equals(consumer.get()))
                        .toList();
        if (!kind.equals("drop") || meant.isEmpty()) {
            return Response.problem(
                    422,
                    "bad-fault",
                    "streams take the fault 'drop', with a function that reads one as action");
        }
        meant.forEach(poller -> poller.drop(times));
        return Response.empty(204);
    }

    private Response queues() {
        ObjectNode queues = JsonNodeFactory.instance.objectNode();
        parts.template().queues().values().stream()
                .sorted()
                .forEach(queue ->
                        parts.deadLetters()
                                .read(queue)
                                .forEach(queues.withArray("/" + queue)::add));
        return Response.json(200, queues);
    }

    private Response events() {
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        parts.events().newestFirst().forEach(events::add);
        return Response.json(200, events);
    }

    private Response openapi() {
        try {
            return Files.exists(parts.openapi())
                    ? new Response(
                            200,
                            Map.of("Content-Type", List.of("application/yaml")),
                            Files.readAllBytes(parts.openapi()))
                    : Response.message(404, "Not Found");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
