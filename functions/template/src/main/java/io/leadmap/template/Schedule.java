package io.leadmap.template;

import java.util.Optional;

/**
 * A schedule of a function, as SAM makes an EventBridge rule of it.
 *
 * @param id function and event, {@code DripSweep.EveryFiveMinutes}
 * @param function logical id
 * @param expression {@code rate(...)} or {@code cron(...)}
 * @param input the event instead of EventBridge's own
 */
public record Schedule(
        String id, String function, ScheduleExpression expression, Optional<String> input) {

    /** The ARN of its rule. */
    public String ruleArn() {
        return ResourceNames.arn("events", "rule/" + id.replace(".", ""));
    }
}
