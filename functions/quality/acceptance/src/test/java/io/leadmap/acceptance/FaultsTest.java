package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every path that a fault opens, under the function's own policy of {@code template.yaml}: what a
 * stream forgets still arrives, and a write whose answer is lost, that is throttled or collides is
 * done once. Who consumes and who writes is read from the template: a function that is added
 * without a scene here fails the build.
 */
class FaultsTest {

    private static Leadmap leadmap;
    private static FaultScenes scenes;

    @BeforeAll
    static void start() {
        leadmap = Leadmap.startedAt("2026-03-02T00:00:00Z");
        scenes = new FaultScenes(leadmap);
    }

    @AfterAll
    static void stop() {
        leadmap.close();
    }

    @Test
    void every_stream_that_is_read_has_its_scene() {
        TreeSet<String> streams = new TreeSet<>();
        SamTemplate.functions()
                .forEach((name, function) ->
                        function.path("Events")
                                .properties()
                                .forEach(event -> {
                                    if (event.getValue().path("Type").asText().equals("DynamoDB")) {
                                        streams.add(name + "." + event.getKey());
                                    }
                                }));
        assertThat(scenes.consumers().keySet()).isEqualTo(streams);
    }

    @Test
    void every_function_that_writes_has_its_scene() {
        TreeSet<String> writers = new TreeSet<>();
        SamTemplate.functions()
                .forEach((name, function) -> {
                    String policies = function.path("Policies").toString();
                    if (policies.contains("AppendsCommits")
                            || policies.matches(".*dynamodb:(Put|Update|Delete)Item.*")) {
                        writers.add(name);
                    }
                });
        assertThat(scenes.writers().keySet().stream().map(FaultsTest::function).toList())
                .hasSameElementsAs(writers);
    }

    static Stream<String> consumers() {
        return scenes.consumers().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("consumers")
    void what_a_stream_forgot_still_arrives_once(String consumer) {
        requireNonNull(scenes.consumers().get(consumer))
                .play(scenes.stranger(), () -> leadmap.fault("streams", consumer, "drop", 1));
        assertThat(refusals()).isEmpty();
    }

    @Test
    void a_raised_limit_lets_mail_go_at_the_next_tick_under_the_senders_own_policy() {
        leadmap.setClock(
                leadmap.now()
                        .truncatedTo(ChronoUnit.HOURS)
                        .plus(Duration.ofHours(1))
                        .plusSeconds(60)
                        .toString());
        scenes.raisesItsLimit(scenes.stranger(), scenes.stranger());
        assertThat(refusals()).isEmpty();
    }

    static Stream<Meeting> meetings() {
        List<Meeting> meetings = new ArrayList<>();
        scenes.writers()
                .forEach((name, writer) ->
                        writer.actions()
                                .forEach(action -> {
                                    meetings.add(new Meeting(name, action, "lostAnswer", 1));
                                    meetings.add(new Meeting(name, action, "throttle", 2));
                                    meetings.add(new Meeting(name, action, "conflict", 2));
                                    if (action.equals("TransactWriteItems")) {
                                        // Each attempt's answer, so that only a read can tell.
                                        meetings.add(new Meeting(name, action, "lostAnswer", 6));
                                    }
                                }));
        return meetings.stream();
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void a_write_that_meets_a_fault_is_done_once(Meeting meeting) {
        try {
            requireNonNull(scenes.writers().get(meeting.writer()))
                    .scene()
                    .play(scenes.stranger(), () -> arm(meeting));
            eventually(() -> assertThat(left()).as("calls that the fault did not meet").isZero());
        } finally {
            arm(new Meeting(meeting.writer(), meeting.action(), meeting.fault(), 0));
        }
        assertThat(refusals()).isEmpty();
    }

    private static void arm(Meeting meeting) {
        leadmap.anyone()
                .post(
                        "/_local/faults",
                        Map.of(
                                "service", "dynamodb",
                                "function", function(meeting.writer()),
                                "action", meeting.action(),
                                "fault", meeting.fault(),
                                "times", meeting.times()))
                .expect(204);
    }

    private static int left() {
        JsonNode faults = leadmap.anyone().get("/_local/faults").expect(200).json();
        return faults.path("left").asInt(-1);
    }

    /** What the policies of the template refused a function. */
    private static List<String> refusals() {
        return leadmap.output().stream().filter(line -> line.contains("not authorized")).toList();
    }

    /** The function of a writer, without what sets it off. */
    private static String function(String writer) {
        return writer.split("\\.", 2)[0];
    }

    /** A function whose next calls of an action fail, so many times. */
    record Meeting(String writer, String action, String fault, int times) {
        @Override
        public String toString() {
            return writer + " meets " + fault + " x" + times + " of " + action;
        }
    }
}
