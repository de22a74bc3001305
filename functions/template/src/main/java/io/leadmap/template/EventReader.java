package io.leadmap.template;

import io.leadmap.template.FunctionReader.Queues;

import software.amazon.event.ruler.RuleCompiler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the events of functions: routes, schedules, streams and rules of buses. */
final class EventReader {
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "ANY");

    private final Honesty honesty;
    private final List<Miswiring> found;
    private final List<TableDefinition> tables;
    private final ApiReader apis;
    private final Queues queues;

    private final List<Route> routes = new ArrayList<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private final List<StreamSource> streamSources = new ArrayList<>();
    private final List<BusRule> busRules = new ArrayList<>();

    EventReader(
            Honesty honesty,
            List<Miswiring> found,
            List<TableDefinition> tables,
            ApiReader apis,
            Queues queues) {
        this.honesty = honesty;
        this.found = found;
        this.tables = tables;
        this.apis = apis;
        this.queues = queues;
    }

    List<Route> routes() {
        return routes;
    }

    List<Schedule> schedules() {
        return schedules;
    }

    List<StreamSource> streamSources() {
        return streamSources;
    }

    List<BusRule> busRules() {
        return busRules;
    }

    void read(String function, String name, Element event) {
        String type = event.required("Type").text();
        Element properties = event.child("Properties");
        if (!honesty.knows("Event " + type)) {
            found.add(
                    new Miswiring(
                            event.path() + ".Type", "events of type " + type + " are not served"));
            return;
        }
        honesty.check("Event " + type, properties, found);
        String id = function + "." + name;
        try {
            switch (type) {
                case "HttpApi" -> addRoute(function, properties);
                case "Schedule" -> addSchedule(id, function, properties);
                case "DynamoDB" -> addStreamSource(id, function, properties);
                case "EventBridgeRule" -> addBusRule(id, function, properties);
                default -> throw event.wrong("events of type " + type + " are not served");
            }
        } catch (MiswiredTemplate e) {
            found.addAll(e.miswirings());
        }
    }

    private void addRoute(String function, Element event) {
        String method = event.required("Method").text().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw event.child("Method").wrong("'" + method + "' is not an HTTP method");
        }
        Element path = event.required("Path");
        if (!path.text().startsWith("/")) {
            throw path.wrong("must begin with /");
        }
        Route route = new Route(method, path.text(), function, apis.authorizer(event));
        if (routes.stream().anyMatch(other -> other.key().equals(route.key()))) {
            throw event.wrong(route.key() + " is there twice");
        }
        routes.add(route);
    }

    private void addSchedule(String id, String function, Element event) {
        Element expression = event.required("Schedule");
        try {
            Schedule schedule =
                    new Schedule(
                            id,
                            function,
                            ScheduleExpression.parse(expression.text()),
                            event.optionalText("Input"));
            if (event.flag("Enabled", true) && enabled(event)) {
                schedules.add(schedule);
            }
        } catch (IllegalArgumentException e) {
            throw expression.wrong("is not a schedule: " + e.getMessage());
        }
    }

    private static boolean enabled(Element event) {
        return !event.optionalText("State").equals(Optional.of("DISABLED"));
    }

    private void addStreamSource(String id, String function, Element event) {
        Element stream = event.required("Stream");
        TableDefinition table =
                tables.stream()
                        .filter(t -> ResourceNames.streamArn(t.name()).equals(stream.text()))
                        .findFirst()
                        .orElseThrow(() ->
                                stream.wrong("is not the stream of a table of this template"));
        if (table.streamView().isEmpty()) {
            throw stream.wrong(table.logicalId() + " has no stream");
        }
        int batchSize = event.integer("BatchSize", 100);
        if (batchSize < 1 || batchSize > 10_000) {
            throw event.child("BatchSize").wrong("must be between 1 and 10000");
        }
        event.required("StartingPosition");
        int retries = event.integer("MaximumRetryAttempts", -1);
        Element destination = event.child("DestinationConfig").child("OnFailure");
        StreamSource source =
                new StreamSource(
                        id,
                        function,
                        table.name(),
                        stream.text(),
                        batchSize,
                        Duration.ofSeconds(event.integer("MaximumBatchingWindowInSeconds", 0)),
                        event.flag("BisectBatchOnFunctionError", false),
                        !event.child("FunctionResponseTypes").items().isEmpty(),
                        retries < 0 ? Optional.empty() : Optional.of(retries),
                        patterns(event.child("FilterCriteria").child("Filters")),
                        destination.exists()
                                ? Optional.of(queues.logicalId(destination.required("Destination")))
                                : Optional.empty());
        if (event.flag("Enabled", true)) {
            streamSources.add(source);
        }
    }

    private static List<String> patterns(Element filters) {
        List<String> patterns = new ArrayList<>();
        for (Element filter : filters.items()) {
            Element pattern = filter.required("Pattern");
            checkPattern(pattern, pattern.text());
            patterns.add(pattern.text());
        }
        if (patterns.size() > 5) {
            throw filters.wrong("Lambda takes at most 5 filters");
        }
        return patterns;
    }

    private void addBusRule(String id, String function, Element event) {
        Element pattern = event.required("Pattern");
        checkPattern(pattern, pattern.node().toString());
        BusRule rule =
                new BusRule(
                        id,
                        function,
                        busName(event.optionalText("EventBusName").orElse("default")),
                        pattern.node().toString(),
                        event.optionalText("Input"));
        if (enabled(event)) {
            busRules.add(rule);
        }
    }

    private static String busName(String nameOrArn) {
        int slash = nameOrArn.lastIndexOf('/');
        return slash < 0 ? nameOrArn : nameOrArn.substring(slash + 1);
    }

    private static void checkPattern(Element element, String pattern) {
        String problem = RuleCompiler.check(pattern);
        if (problem != null) {
            throw element.wrong("is not an event pattern: " + problem);
        }
    }
}
