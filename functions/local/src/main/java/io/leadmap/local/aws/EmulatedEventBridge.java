package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.aws.Dialect.JsonDialect;
import io.leadmap.local.stack.BusListener;
import io.leadmap.local.stack.EventEnvelope;
import io.leadmap.template.Stack;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** EventBridge's {@code PutEvents}; what it takes goes to the runner, which has the rules. */
final class EmulatedEventBridge implements EmulatedService {

    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BYTES = 256 * 1024;
    private static final int TIME_BYTES = 14;

    private final Stack stack;
    private final BusListener listener;
    private final InstantSource clock;

    EmulatedEventBridge(Stack stack, BusListener listener, InstantSource clock) {
        this.stack = stack;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Dialect dialect() {
        return new JsonDialect("1.1", List.of("AWSEvents"), JsonDialect.CODES);
    }

    @Override
    public Set<String> actions() {
        return Set.of("PutEvents");
    }

    @Override
    public List<Need> needs(AwsCall call) {
        List<Need> needs = new ArrayList<>();
        for (JsonNode entry : call.input().path("Entries")) {
            needs.add(Need.of("events:PutEvents", arn(busOf(entry))));
        }
        return needs;
    }

    /** The name of an entry's bus, which may be given as an ARN. */
    private static String busOf(JsonNode entry) {
        String given = entry.path("EventBusName").asText("default");
        int at = given.startsWith("arn:") ? given.indexOf(":event-bus/") : -1;
        return at < 0 ? given : given.substring(at + ":event-bus/".length());
    }

    private String arn(String bus) {
        return stack.buses().stream()
                .filter(one -> one.name().equals(bus))
                .map(Stack.Bus::arn)
                .findFirst()
                .orElse(
                        "arn:aws:events:%s:%s:event-bus/%s"
                                .formatted(stack.region(), stack.account(), bus));
    }

    @Override
    public Reply perform(AwsCall call) {
        return put(call, 0);
    }

    private Reply put(AwsCall call, int refused) {
        JsonNode entries = call.input().path("Entries");
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            return Reply.failed(400, "ValidationException", "Entries must have 1 to 10 members");
        }
        if (bytes(entries) > MOST_BYTES) {
            return Reply.failed(
                    400,
                    "ValidationException",
                    "Total size of the entries in the request is over the limit.");
        }
        int failed = 0;
        ObjectNode output = AwsJson.object();
        ArrayNode results = output.putArray("Entries");
        for (int i = 0; i < entries.size(); i++) {
            Optional<Failure> failure =
                    i < refused ? Optional.of(REFUSED) : failure(entries.get(i));
            if (failure.isPresent()) {
                failed++;
                results.addObject()
                        .put("ErrorCode", failure.get().code())
                        .put("ErrorMessage", failure.get().message());
            } else {
                results.addObject().put("EventId", take(entries.get(i)));
            }
        }
        output.put("FailedEntryCount", failed);
        return new Reply.Done(AwsJson.bytes(output));
    }

    private record Failure(String code, String message) {}

    private static final Failure REFUSED =
            new Failure("InternalFailure", "Refused, as POST /_local/faults asked for.");

    private Optional<Failure> failure(JsonNode entry) {
        return Stream.of("Source", "DetailType", "Detail")
                .filter(name -> entry.path(name).asText("").isBlank())
                .findFirst()
                .map(name ->
                        new Failure(
                                "InvalidArgument",
                                "Parameter %1$s is not valid. Reason: %1$s is a required argument."
                                        .formatted(name)))
                .or(() -> wrong(entry));
    }

    private Optional<Failure> wrong(JsonNode entry) {
        if (detail(entry).isEmpty()) {
            return Optional.of(new Failure("MalformedDetail", "Detail is malformed."));
        }
        if (entry.path("Source").asText().startsWith("aws.")) {
            return Optional.of(
                    new Failure(
                            "NotAuthorizedForSourceException", "Not authorized for the source."));
        }
        String bus = busOf(entry);
        boolean exists =
                bus.equals("default")
                        || stack.buses().stream().anyMatch(one -> one.name().equals(bus));
        return exists
                ? Optional.empty()
                : Optional.of(
                        new Failure("InvalidArgument", "Event bus " + bus + " does not exist."));
    }

    private static Optional<ObjectNode> detail(JsonNode entry) {
        return AwsJson.read(entry.path("Detail").asText().getBytes(StandardCharsets.UTF_8));
    }

    /** As EventBridge counts: source, type, detail, resources, and 14 for a given time. */
    private static int bytes(JsonNode entries) {
        int bytes = 0;
        for (JsonNode entry : entries) {
            bytes += entry.has("Time") ? TIME_BYTES : 0;
            for (String name : List.of("Source", "DetailType", "Detail")) {
                bytes += entry.path(name).asText().getBytes(StandardCharsets.UTF_8).length;
            }
            for (JsonNode resource : entry.path("Resources")) {
                bytes += resource.asText().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return bytes;
    }

    private String take(JsonNode entry) {
        Instant at =
                entry.path("Time").isNumber()
                        ? Instant.ofEpochMilli(Math.round(entry.get("Time").doubleValue() * 1000))
                        : clock.instant();
        EventEnvelope envelope =
                new EventEnvelope(
                        entry.path("Source").asText(),
                        entry.path("DetailType").asText(),
                        at,
                        entry.path("Resources").valueStream().map(JsonNode::asText).toList());
        ObjectNode event = envelope.around(detail(entry).orElseThrow(), stack);
        listener.put(busOf(entry), event);
        return event.path("id").asText();
    }

    @Override
    public Reply fault(FaultKind kind, AwsCall call) {
        return switch (kind) {
            case THROTTLE -> Reply.failed(400, "ThrottlingException", "Rate exceeded");
            // Half a success is what callers forget: the first entry fails, the others are taken.
            case REFUSE -> put(call, 1);
            case ERROR -> Reply.failed(500, "InternalException", "Internal failure");
            case CONFLICT, LOST_ANSWER, NOT_VERIFIED ->
                    throw new IllegalArgumentException("events does not say " + kind);
        };
    }
}
