package io.leadmap.structure;

import static io.leadmap.structure.ExpandedTemplate.elements;
import static io.leadmap.structure.ExpandedTemplate.pointsAt;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lambda throws away the snapshot of a version that was not called for 14 days, and refuses the
 * next call while it makes another. That call may be a person's who does not want mail any more.
 */
class SnapshotsTest {
    private static final Duration KEPT = Duration.ofDays(13);
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    private static ExpandedTemplate template = ExpandedTemplate.NONE;

    @BeforeAll
    static void readTheTemplate() {
        template = ExpandedTemplate.read();
    }

    @Test
    void every_function_with_a_snapshot_is_called_at_least_every_thirteen_days() {
        Map<String, Duration> called = new TreeMap<>();
        template.properties("AWS::Events::Rule").values().stream()
                .filter(rule -> rule.has("ScheduleExpression"))
                .filter(rule -> rule.path("State").asText("ENABLED").equals("ENABLED"))
                .forEach(rule ->
                        elements(rule.path("Targets"))
                                .forEach(target ->
                                        called.merge(
                                                function(target.path("Arn")),
                                                rate(rule.path("ScheduleExpression").asText()),
                                                (a, b) -> a.compareTo(b) < 0 ? a : b)));

        Map<String, JsonNode> functions = new TreeMap<>();
        functions.putAll(template.properties("AWS::Lambda::Function"));
        functions.values().removeIf(function -> !function.has("SnapStart"));
        assertThat(functions).hasSameSizeAs(Room.functions());
        assertThat(called.keySet()).isEqualTo(functions.keySet());
        assertThat(called.values()).allMatch(every -> every.compareTo(KEPT) <= 0);
    }

    /** What a schedule sends to a function that has no work at a tick is what it answers so. */
    @Test
    void what_keeps_a_function_awake_is_the_sample() {
        String sample = Room.read(Path.of(Room.HOUSE.toString(), "events", "awake.json")).strip();
        assertThat(
                        template.properties("AWS::Events::Rule").values().stream()
                                .flatMap(rule -> elements(rule.path("Targets")))
                                .filter(target -> target.has("Input"))
                                .map(target -> target.path("Input").asText()))
                .hasSizeGreaterThan(5)
                .containsOnly(sample);
    }

    /** The function of the alias that is called: what is not published has no snapshot. */
    private static String function(JsonNode arn) {
        String alias = pointsAt(arn).orElseThrow();
        JsonNode properties =
                requireNonNull(template.properties("AWS::Lambda::Alias").get(alias), alias);
        return pointsAt(properties.path("FunctionName")).orElseThrow();
    }

    private static Duration rate(String expression) {
        Matcher rate = RATE.matcher(expression);
        assertThat(rate.matches()).as(expression).isTrue();
        long number = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
