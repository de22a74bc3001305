package io.leadmap.template;

import java.util.List;
import java.util.Map;

/**
 * template.yaml, read, resolved and checked: what the runner serves.
 *
 * @param functions by logical id, in the order of the template
 * @param routes of the HTTP API
 * @param schedules that are enabled
 * @param streamSources that are enabled
 * @param busRules that are enabled
 * @param mailOutcomes what SES reports
 * @param queues logical ids by ARN
 * @param stack what the AWS endpoints must know
 */
public record Template(
        Map<String, FunctionDefinition> functions,
        List<Route> routes,
        List<Schedule> schedules,
        List<StreamSource> streamSources,
        List<BusRule> busRules,
        List<MailOutcomes> mailOutcomes,
        Map<String, String> queues,
        Stack stack) {

    /** Copies the lists that it is given. */
    public Template {
        routes = List.copyOf(routes);
        schedules = List.copyOf(schedules);
        streamSources = List.copyOf(streamSources);
        busRules = List.copyOf(busRules);
        mailOutcomes = List.copyOf(mailOutcomes);
    }
}
