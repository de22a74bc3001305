package io.leadmap.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

class DeliveryTest {
    private static final Instant START = Instant.parse("2026-02-27T09:30:00Z");

    @TempDir Path folder;

    @Test
    void moving_the_clock_runs_every_schedule_in_between_at_its_time_and_in_order() {
        try (ProbeStack stack = new ProbeStack(folder, null, START)) {
            stack.advance("PT20H");
            List<String> runs = stack.seenBy("Ticker");
            assertThat(runs).hasSize(21);
            assertThat(runs.getFirst()).startsWith("2026-02-27T10:30:0");
            assertThat(runs).anyMatch(run -> run.startsWith("2026-02-28T03:00:00Z"));
            for (String run : runs) {
                Instant due = Instant.parse(run.substring(0, 20));
                Instant ran = Instant.parse(run.substring(run.indexOf(" at ") + 4));
                assertThat(Duration.between(due, ran)).isLessThan(Duration.ofSeconds(30));
            }
        }
    }

    @Test
    void a_clock_that_leaps_runs_each_schedule_that_became_due_once_or_not_at_all() {
        try (ProbeStack stack = new ProbeStack(folder, null, START)) {
            stack.post("/_local/clock", "{\"advance\":\"PT20H\",\"schedules\":\"once\"}");
            List<String> latest = stack.seenBy("Ticker");
            assertThat(latest).hasSize(2);
            assertThat(latest.getFirst()).startsWith("2026-02-28T03:00:00Z at 2026-02-28T05:30:");
            assertThat(latest.getLast()).startsWith("2026-02-28T05:30:");
            stack.post("/_local/clock", "{\"advance\":\"PT20H\",\"schedules\":\"none\"}");
            assertThat(stack.seenBy("Ticker")).isEqualTo(latest);
            stack.advance("PT1H");
            assertThat(stack.seenBy("Ticker")).hasSize(3);
            assertThat(
                            stack.post(
                                            "/_local/clock",
                                            "{\"advance\":\"PT1H\",\"schedules\":\"some\"}")
                                    .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void the_clock_runs_on_from_its_start_and_never_backwards() {
        try (ProbeStack stack = new ProbeStack(folder, null, START)) {
            Instant now = now(stack);
            assertThat(now).isBetween(START, START.plusSeconds(60));
            assertThat(
                            stack.post("/_local/clock", "{\"set\":\"2026-02-27T09:00:00Z\"}")
                                    .statusCode())
                    .isEqualTo(409);
            assertThat(stack.post("/_local/clock", "{\"advance\":\"PT-1H\"}").statusCode())
                    .isEqualTo(409);
            assertThat(stack.post("/_local/clock", "{\"advance\":\"soon\"}").statusCode())
                    .isEqualTo(422);
            assertThat(
                            stack.post("/_local/clock", "{\"set\":\"2026-03-01T00:00:00Z\"}")
                                    .statusCode())
                    .isEqualTo(200);
            assertThat(now(stack)).isAfterOrEqualTo("2026-03-01T00:00:00Z");
            assertThat(stack.json(stack.get("/time")).path("now").asText())
                    .startsWith("2026-03-01T00:00");
        }
    }

    private static Instant now(ProbeStack stack) {
        return Instant.parse(stack.json(stack.get("/_local/clock")).path("now").asText());
    }

    @Test
    void a_bus_event_reaches_the_functions_whose_pattern_it_matches() {
        try (ProbeStack stack = new ProbeStack(folder, null, START)) {
            stack.post("/publish/wanted", "");
            stack.post("/publish/unwanted", "");
            await(stack, () -> !stack.seenBy("Listener").isEmpty());
            assertThat(stack.seenBy("Listener")).hasSize(1);
        }
    }

    @Test
    void a_failing_asynchronous_event_is_tried_again_and_then_goes_to_its_queue() {
        try (ProbeStack stack = new ProbeStack(folder, null, START)) {
            stack.advance("P1DT1S");
            assertThat(letters(stack)).isEmpty();
            stack.advance("PT1M");
            assertThat(letters(stack)).hasSize(1);
            JsonNode letter = letters(stack).getFirst().path("body");
            assertThat(letter.at("/requestContext/condition").asText())
                    .isEqualTo("RetriesExhausted");
            assertThat(letter.path("requestPayload").asText()).contains("please");
        }
    }

    @Test
    void a_stream_reaches_its_readers_filtered_and_a_failing_record_is_found_by_halving() {
        try (ProbeStack stack = new ProbeStack(folder, null, START)) {
            for (String thing : List.of("a", "ignored", "b", "poison", "c")) {
                stack.post("/write/" + thing, "");
            }
            await(
                    stack,
                    () ->
                            stack.seenBy("Consumer").size() == 3
                                    && stack.seenBy("Partial").size() == 4);
            assertThat(stack.seenBy("Consumer")).containsExactly("a", "b", "c");
            assertThat(stack.seenBy("Partial")).containsExactly("a", "b", "c", "ignored");
            await(stack, () -> letters(stack).size() == 2);
            assertThat(letters(stack))
                    .extracting(letter -> letter.at("/body/DDBStreamBatchInfo/batchSize").asInt())
                    .contains(1);
        }
    }

    @Test
    void a_dropped_batch_is_never_handed_on() {
        try (ProbeStack stack = new ProbeStack(folder, null, START)) {
            String fault =
                    "{\"service\":\"streams\",\"action\":\"Consumer\",\"fault\":\"drop\",\"times\":1}";
            assertThat(stack.post("/_local/faults", fault).statusCode()).isEqualTo(204);
            stack.post("/write/lost", "");
            await(stack, () -> stack.seenBy("Partial").contains("lost"));
            stack.advance("PT1S");
            stack.post("/write/found", "");
            await(stack, () -> stack.seenBy("Consumer").contains("found"));
            assertThat(stack.seenBy("Consumer")).containsExactly("found");
        }
    }

    private static List<JsonNode> letters(ProbeStack stack) {
        return stack.json(stack.get("/_local/queues")).path("GivenUp").valueStream().toList();
    }

    private static void await(ProbeStack stack, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(stack.log()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
