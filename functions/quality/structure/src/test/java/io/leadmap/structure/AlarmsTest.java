package io.leadmap.structure;

import static io.leadmap.structure.ExpandedTemplate.elements;
import static io.leadmap.structure.ExpandedTemplate.pointsAt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What cannot be done calls a person, whatever it is. */
class AlarmsTest {

    private static ExpandedTemplate template = ExpandedTemplate.NONE;

    @BeforeAll
    static void readTheTemplate() {
        template = ExpandedTemplate.read();
    }

    @Test
    void a_tick_that_fails_or_leaves_work_twice_is_kept_in_a_queue_at_once() {
        Set<String> ticking =
                template.properties("AWS::Events::Rule").values().stream()
                        .filter(rule -> rule.has("ScheduleExpression"))
                        .flatMap(rule -> elements(rule.path("Targets")))
                        .filter(target -> !target.has("Input"))
                        .map(AlarmsTest::function)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ticking).isNotEmpty();
        assertThat(template.properties("AWS::Lambda::EventInvokeConfig").values())
                .filteredOn(config ->
                        config.path("MaximumRetryAttempts").asInt(-1) == 0
                                && config.at("/DestinationConfig/OnFailure").has("Destination"))
                .extracting(config -> pointsAt(config.path("FunctionName")).orElseThrow())
                .containsAll(ticking);
    }

    @Test
    void a_schedule_that_does_not_call_its_function_is_noticed_by_its_own_rule() {
        Set<String> schedules =
                template.properties("AWS::Events::Rule").entrySet().stream()
                        .filter(rule -> rule.getValue().has("ScheduleExpression"))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> watched =
                template.properties("AWS::CloudWatch::Alarm").values().stream()
                        .flatMap(AlarmsTest::metrics)
                        .filter(metric -> metric.path("Namespace").asText().equals("AWS/Events"))
                        .flatMap(metric -> elements(metric.path("Dimensions")))
                        .flatMap(dimension -> pointsAt(dimension.path("Value")).stream())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(schedules).isNotEmpty();
        assertThat(watched).isEqualTo(schedules);
    }

    /**
     * EventBridge never counts 0, so a schedule that did not come yet looks like one that comes no
     * more. What fills the gap compares it with others, twice in a row; what is missing altogether
     * is the state in which an alarm begins, of which it does not tell.
     */
    @Test
    void no_alarm_rings_because_the_stack_has_just_been_made() {
        Map<String, JsonNode> alarms = template.properties("AWS::CloudWatch::Alarm");
        assertThat(alarms)
                .allSatisfy((name, alarm) ->
                        assertThat(alarm.path("TreatMissingData").asText())
                                .isIn("notBreaching", "missing"));

        Map<String, JsonNode> ofTooFew = new TreeMap<>(alarms);
        ofTooFew.values()
                .removeIf(alarm -> alarm.path("ComparisonOperator").asText().startsWith("Greater"));
        assertThat(ofTooFew)
                .hasSizeGreaterThan(2)
                .allSatisfy((name, alarm) -> {
                    if (alarm.path("TreatMissingData").asText().equals("missing")) {
                        assertThat(alarm.has("Metrics")).isFalse();
                        assertThat(alarm.has("InsufficientDataActions")).isTrue();
                    } else {
                        assertThat(alarm.path("EvaluationPeriods").asInt()).isGreaterThan(1);
                        assertThat(alarm.at("/Metrics/0/Expression").asText())
                                .isEqualTo(
                                        "IF(MAX(FILL(METRICS(), 0)) > 0,"
                                                + " MIN(FILL(METRICS(), 0)), 1)");
                    }
                });
    }

    /**
     * A record that fails is answered as a partial failure: no error of its function, and so none
     * of its metrics. StreamFunctionTest asks whether the line that is counted is written.
     */
    @Test
    void a_record_of_a_stream_that_fails_is_counted_from_the_one_log() {
        JsonNode filter =
                Objects.requireNonNull(
                        template.properties("AWS::Logs::MetricFilter").get("RecordsFail"));
        JsonNode counted = filter.at("/MetricTransformations/0");
        assertThat(counted.path("MetricValue").asText()).isEqualTo("1");
        assertThat(template.properties("AWS::Lambda::Function").values())
                .allMatch(function ->
                        function.at("/LoggingConfig/LogGroup").equals(filter.path("LogGroupName")));
        assertThat(
                        metrics(
                                Objects.requireNonNull(
                                        template.properties("AWS::CloudWatch::Alarm")
                                                .get("WorkFails"))))
                .anyMatch(metric ->
                        metric.path("MetricName").equals(counted.path("MetricName"))
                                && metric.path("Namespace")
                                        .equals(counted.path("MetricNamespace")));
    }

    /** CloudWatch's limits, of which a template's linter knows nothing. */
    @Test
    void no_alarm_reads_more_than_ten_metrics_or_looks_back_more_than_a_week() {
        assertThat(template.properties("AWS::CloudWatch::Alarm").values())
                .isNotEmpty()
                .allSatisfy(alarm -> {
                    assertThat(metrics(alarm).toList()).hasSizeBetween(1, 10);
                    int longest =
                            Stream.concat(
                                            Stream.of(alarm),
                                            elements(alarm.path("Metrics"))
                                                    .map(metric -> metric.path("MetricStat")))
                                    .mapToInt(metric -> metric.path("Period").asInt())
                                    .max()
                                    .orElseThrow();
                    assertThat(longest * alarm.path("EvaluationPeriods").asInt())
                            .isBetween(1, 604_800);
                });
    }

    @Test
    void every_queue_of_what_was_given_up_is_watched_by_an_alarm() {
        Set<String> queues =
                Stream.of("AWS::Lambda::EventInvokeConfig", "AWS::Lambda::EventSourceMapping")
                        .flatMap(type -> template.properties(type).values().stream())
                        .map(config ->
                                config.at("/DestinationConfig/OnFailure").path("Destination"))
                        .flatMap(queue -> pointsAt(queue).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> watched =
                template.properties("AWS::CloudWatch::Alarm").values().stream()
                        .flatMap(alarm -> elements(alarm.path("Metrics")))
                        .map(metric -> metric.at("/MetricStat/Metric"))
                        .filter(metric ->
                                metric.path("MetricName")
                                        .asText()
                                        .equals("ApproximateNumberOfMessagesVisible"))
                        .flatMap(metric -> elements(metric.path("Dimensions")))
                        .flatMap(dimension -> pointsAt(dimension.path("Value")).stream())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(queues).isNotEmpty();
        assertThat(watched).containsAll(queues);
    }

    @Test
    void every_metric_that_is_read_from_the_functions_log_is_watched_by_an_alarm() {
        Set<String> logs =
                template.properties("AWS::Lambda::Function").values().stream()
                        .flatMap(function ->
                                pointsAt(function.at("/LoggingConfig/LogGroup")).stream())
                        .collect(Collectors.toSet());
        Set<String> watched =
                template.properties("AWS::CloudWatch::Alarm").values().stream()
                        .flatMap(alarm ->
                                Stream.concat(
                                        Stream.of(alarm),
                                        elements(alarm.path("Metrics"))
                                                .map(metric -> metric.at("/MetricStat/Metric"))))
                        .filter(metric -> metric.has("MetricName"))
                        .map(AlarmsTest::metric)
                        .collect(Collectors.toSet());

        assertThat(template.properties("AWS::Logs::MetricFilter").values())
                .isNotEmpty()
                .allSatisfy(filter -> {
                    assertThat(pointsAt(filter.path("LogGroupName"))).get().isIn(logs);
                    assertThat(elements(filter.path("MetricTransformations")))
                            .isNotEmpty()
                            .allSatisfy(to ->
                                    assertThat(
                                                    to.path("MetricNamespace")
                                                            + " "
                                                            + to.path("MetricName").asText())
                                            .isIn(watched));
                });
    }

    private static String metric(JsonNode alarm) {
        return alarm.path("Namespace") + " " + alarm.path("MetricName").asText();
    }

    /** Every metric that an alarm reads. */
    private static Stream<JsonNode> metrics(JsonNode alarm) {
        return alarm.has("MetricName")
                ? Stream.of(alarm)
                : elements(alarm.path("Metrics"))
                        .map(metric -> metric.at("/MetricStat/Metric"))
                        .filter(metric -> metric.has("MetricName"));
    }

    /** The function of the version that a rule calls. */
    private static String function(JsonNode target) {
        String alias = pointsAt(target.path("Arn")).orElseThrow();
        JsonNode properties =
                Objects.requireNonNull(template.properties("AWS::Lambda::Alias").get(alias));
        return pointsAt(properties.path("FunctionName")).orElseThrow();
    }
}
