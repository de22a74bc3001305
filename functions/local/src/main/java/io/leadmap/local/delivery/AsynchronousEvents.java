package io.leadmap.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.data.DataFolder;
import io.leadmap.local.functions.Answer;
import io.leadmap.local.functions.Functions;
import io.leadmap.local.stack.PlatformThreads;
import io.leadmap.template.FunctionDefinition.Asynchronous;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * Events that nobody waits for, as schedules and buses make them. Each is kept from before it is
 * accepted until its function returned, so a {@code kill -9} repeats it rather than losing it. A
 * failed one is tried again after one minute and after two more by the runner's clock, as Lambda
 * does, and then goes to the function's on-failure queue.
 */
public final class AsynchronousEvents implements AutoCloseable {
    private static final String FOLDER = "undelivered";

    private final DataFolder data;
    private final Functions functions;
    private final DeadLetters deadLetters;
    private final InstantSource clock;
    private final ExecutorService threads = PlatformThreads.executor("event");
    private final TreeMap<String, Pending> waiting = new TreeMap<>();
    private final Set<CompletableFuture<Void>> inFlight = new HashSet<>();
    private long number;

    private record Pending(
            String id,
            String function,
            String by,
            String event,
            Instant since,
            Instant due,
            int tries) {

        ObjectNode document() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("function", function)
                    .put("by", by)
                    .put("event", event)
                    .put("since", since.toString())
                    .put("due", due.toString())
                    .put("tries", tries);
        }

        static Pending of(String id, JsonNode document) {
            return new Pending(
                    id,
                    document.path("function").asText(),
                    document.path("by").asText(),
                    document.path("event").asText(),
                    Instant.parse(document.path("since").asText()),
                    Instant.parse(document.path("due").asText()),
                    document.path("tries").asInt());
        }
    }

    /** Takes up what a former run left undelivered. */
    public AsynchronousEvents(
            DataFolder data, Functions functions, DeadLetters deadLetters, InstantSource clock) {
        this.data = data;
        this.functions = functions;
        this.deadLetters = deadLetters;
        this.clock = clock;
        data.list(FOLDER).forEach((id, document) -> waiting.put(id, Pending.of(id, document)));
    }

    /**
     * Accepts an event; once this returns it is kept.
     *
     * @param by the schedule or rule that sends it, by its id
     */
    public synchronized void accept(String function, String by, String event) {
        if (functions.find(function).isEmpty()) {
            throw new IllegalArgumentException("there is no function " + function);
        }
        Instant now = clock.instant();
        String id =
                "%019d-%09d-%s"
                        .formatted(now.toEpochMilli(), number++, UUID.randomUUID().toString());
        Pending pending = new Pending(id, function, by, event, now, now, 0);
        data.write(FOLDER + "/" + id, pending.document());
        waiting.put(id, pending);
    }

    /** When the next one that waits is due. */
    public synchronized Optional<Instant> nextDue() {
        return waiting.values().stream().map(Pending::due).min(Comparator.naturalOrder());
    }

    /** Starts to deliver all that is due; whether there was anything. */
    synchronized boolean deliverDue() {
        Instant now = clock.instant();
        List<Pending> due =
                waiting.values().stream()
                        .filter(pending -> !pending.due().isAfter(now))
                        .sorted(Comparator.comparing(Pending::due).thenComparing(Pending::id))
                        .toList();
        for (Pending pending : due) {
            waiting.remove(pending.id());
            CompletableFuture<Void> delivery =
                    CompletableFuture.runAsync(() -> deliver(pending), threads);
            inFlight.add(delivery);
            delivery.whenComplete((done, thrown) -> landed(delivery));
        }
        return !due.isEmpty();
    }

    private synchronized void landed(CompletableFuture<Void> delivery) {
        inFlight.remove(delivery);
    }

    /** Waits until everything that was started has come to an end; whether there was anything. */
    boolean awaitInFlight() {
        List<CompletableFuture<Void>> started;
        synchronized (this) {
            started = new ArrayList<>(inFlight);
        }
        started.forEach(delivery -> delivery.exceptionally(thrown -> null).join());
        return !started.isEmpty();
    }

    private void deliver(Pending pending) {
        Answer answer =
                functions.invoke(
                        pending.function(),
                        pending.by(),
                        pending.event().getBytes(StandardCharsets.UTF_8));
        switch (answer) {
            case Answer.Success success -> data.delete(FOLDER + "/" + pending.id());
            case Answer.Failure failure -> failed(pending, failure);
        }
    }

    private void failed(Pending pending, Answer.Failure failure) {
        Asynchronous rules =
                functions.find(pending.function()).orElseThrow().definition().asynchronous();
        Instant due = clock.instant().plus(Duration.ofMinutes(pending.tries() + 1L));
        boolean tooOld = due.isAfter(pending.since().plus(rules.maximumAge()));
        if (pending.tries() >= rules.retries() || tooOld) {
            rules.onFailure().ifPresent(queue -> deadLetters.send(queue, letter(pending, failure)));
            data.delete(FOLDER + "/" + pending.id());
            return;
        }
        Pending again =
                new Pending(
                        pending.id(),
                        pending.function(),
                        pending.by(),
                        pending.event(),
                        pending.since(),
                        due,
                        pending.tries() + 1);
        data.write(FOLDER + "/" + again.id(), again.document());
        synchronized (this) {
            waiting.put(again.id(), again);
        }
    }

    private static ObjectNode letter(Pending pending, Answer.Failure failure) {
        ObjectNode letter = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        letter.putObject("requestContext")
                .put("functionArn", pending.function())
                .put("condition", "RetriesExhausted")
                .put("approximateInvokeCount", pending.tries() + 1);
        letter.put("requestPayload", pending.event());
        letter.putObject("responsePayload")
                .put("errorType", failure.type())
                .put("errorMessage", failure.message());
        return letter;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
