package io.leadmap.template;

import io.leadmap.template.FunctionDefinition.Asynchronous;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads functions with their events. */
final class FunctionReader {
    private static final int MAXIMUM_TIMEOUT_SECONDS = 900;

    private final Path folder;
    private final Queues queues;
    private final EventReader events;

    FunctionReader(
            Path folder,
            ResourceNames names,
            Map<String, Element> resources,
            List<TableDefinition> tables,
            Honesty honesty,
            List<Miswiring> found) {
        this.folder = folder;
        this.queues = new Queues(names, resources);
        this.events =
                new EventReader(honesty, found, tables, new ApiReader(names, resources), queues);
    }

    FunctionDefinition read(String id, Element properties, PolicyReader policies) {
        properties
                .child("Events")
                .entries()
                .forEach((event, element) -> events.read(id, event, element));
        return new FunctionDefinition(
                id,
                handler(properties.required("Handler")),
                folder.resolve(properties.required("CodeUri").text()).normalize(),
                timeout(properties),
                properties.integer("MemorySize", 128),
                environment(properties.child("Environment").child("Variables")),
                policies.ofFunction(properties.child("Policies")),
                asynchronous(properties));
    }

    /** All that was read, with every function's policies under its access key. */
    Template template(
            Map<String, FunctionDefinition> functions,
            Stack resources,
            List<MailOutcomes> mailOutcomes) {
        Map<String, List<Statement>> policies =
                functions.values().stream()
                        .collect(
                                Collectors.toMap(
                                        FunctionDefinition::logicalId,
                                        FunctionDefinition::policies));
        Stack stack =
                new Stack(
                        resources.region(),
                        resources.account(),
                        resources.tables(),
                        resources.keys(),
                        resources.buses(),
                        resources.mailIdentities(),
                        resources.configurationSets(),
                        policies);
        return new Template(
                functions,
                events.routes(),
                events.schedules(),
                events.streamSources(),
                events.busRules(),
                mailOutcomes,
                queues.byArn(),
                stack);
    }

    private static String handler(Element handler) {
        String[] parts = handler.text().split("::", 2);
        if (parts.length == 2 && !parts[1].equals("handleRequest")) {
            throw handler.wrong("the method must be handleRequest");
        }
        return parts[0];
    }

    private static Duration timeout(Element properties) {
        int seconds = properties.integer("Timeout", 3);
        if (seconds < 1 || seconds > MAXIMUM_TIMEOUT_SECONDS) {
            throw properties.child("Timeout").wrong("must be between 1 and 900 seconds");
        }
        return Duration.ofSeconds(seconds);
    }

    private static Map<String, String> environment(Element variables) {
        Map<String, String> environment = new LinkedHashMap<>();
        variables.entries().forEach((name, value) -> environment.put(name, value.text()));
        return environment;
    }

    private Asynchronous asynchronous(Element properties) {
        Element config = properties.child("EventInvokeConfig");
        Element destination = config.child("DestinationConfig").child("OnFailure");
        Optional<String> queue =
                destination.exists()
                        ? Optional.of(queues.logicalId(destination.required("Destination")))
                        : Optional.empty();
        return new Asynchronous(
                config.integer("MaximumRetryAttempts", 2),
                Duration.ofSeconds(config.integer("MaximumEventAgeInSeconds", 21_600)),
                queue);
    }

    /** The queues of the template by their ARN. */
    record Queues(Map<String, String> byArn) {
        Queues(ResourceNames names, Map<String, Element> resources) {
            this(
                    resources.keySet().stream()
                            .filter(id -> names.typeOf(id).equals("AWS::SQS::Queue"))
                            .collect(
                                    Collectors.toMap(
                                            id -> ResourceNames.arn("sqs", names.nameOf(id)),
                                            id -> id)));
        }

        String logicalId(Element arn) {
            String id = byArn.get(arn.text());
            if (id == null) {
                throw arn.wrong("is not the ARN of a queue of this template");
            }
            return id;
        }
    }
}
