package io.leadmap.benchmarks.cost;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What template.yaml has that costs something every month, or each time that it is set off. */
record Deployment(JsonNode template) {

    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    private static final double MINUTES_OF_A_MONTH = 30 * 24 * 60;
    private static final Map<String, Integer> MINUTES =
            Map.of("minute", 1, "hour", 60, "day", 24 * 60);

    /** The functions that read a table's stream, by the table's logical id. */
    Map<String, Set<String>> readers() {
        Map<String, Set<String>> readers = new TreeMap<>();
        functions()
                .forEach((name, function) -> {
                    for (JsonNode event : events(function, "DynamoDB")) {
                        String stream =
                                event.path("Properties")
                                        .path("Stream")
                                        .path("Fn::GetAtt")
                                        .toString();
                        String table = stream.replaceAll("^\\W*(\\w+).*", "$1");
                        readers.computeIfAbsent(table, one -> new TreeSet<>()).add(name);
                    }
                });
        return readers;
    }

    /** How often schedules call functions in a month of 30 days. */
    double ticks() {
        return functions().values().stream()
                .flatMap(function -> events(function, "Schedule").stream())
                .mapToDouble(event ->
                        MINUTES_OF_A_MONTH
                                / minutes(event.path("Properties").path("Schedule").asText()))
                .sum();
    }

    private static int minutes(String schedule) {
        Matcher rate = RATE.matcher(schedule);
        if (!rate.matches()) {
            throw new IllegalStateException("no rate: " + schedule);
        }
        return Integer.parseInt(rate.group(1)) * MINUTES.getOrDefault(rate.group(2), 1);
    }

    /** Gigabytes of a function; all have the same. */
    double gigabytes() {
        if (functions().values().stream()
                .anyMatch(function -> function.path("Properties").has("MemorySize"))) {
            throw new IllegalStateException("a function has a memory of its own");
        }
        return template.at("/Globals/Function/MemorySize").asInt() / 1024.0;
    }

    /** The metrics that alarms read: each is charged. */
    int alarmMetrics() {
        return resources("AWS::CloudWatch::Alarm").values().stream()
                .mapToInt(alarm -> {
                    JsonNode metrics = alarm.path("Properties").path("Metrics");
                    return metrics.isMissingNode()
                            ? 1
                            : (int)
                                    metrics.valueStream()
                                            .filter(metric -> metric.has("MetricStat"))
                                            .count();
                })
                .sum();
    }

    int keys() {
        return resources("AWS::KMS::Key").size();
    }

    Map<String, JsonNode> functions() {
        return resources("AWS::Serverless::Function");
    }

    private static List<JsonNode> events(JsonNode function, String type) {
        return function.path("Properties")
                .path("Events")
                .valueStream()
                .filter(event -> event.path("Type").asText().equals(type))
                .toList();
    }

    private Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> found = new TreeMap<>();
        Stream<Map.Entry<String, JsonNode>> all = template.path("Resources").propertyStream();
        all.filter(resource -> resource.getValue().path("Type").asText().equals(type))
                .forEach(resource -> found.put(resource.getKey(), resource.getValue()));
        if (found.isEmpty()) {
            throw new IllegalStateException("the template has no " + type);
        }
        return found;
    }
}
