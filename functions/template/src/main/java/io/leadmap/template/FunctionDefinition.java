package io.leadmap.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Lambda function of the template.
 *
 * @param logicalId its name in the template, also its access key locally
 * @param handler the class of its handler
 * @param zip its artefact
 * @param timeout how long an invocation may take
 * @param memory megabytes, what the context tells; not enforced
 * @param environment its own variables and no other
 * @param policies what its role allows
 * @param asynchronous what becomes of schedules and bus events that it fails at
 */
public record FunctionDefinition(
        String logicalId,
        String handler,
        Path zip,
        Duration timeout,
        int memory,
        Map<String, String> environment,
        List<Statement> policies,
        Asynchronous asynchronous) {

    /** Copies what it is given. */
    public FunctionDefinition {
        environment = Map.copyOf(environment);
        policies = List.copyOf(policies);
    }

    /** Its ARN, as the context tells it. */
    public String arn() {
        return ResourceNames.arn("lambda", "function:" + logicalId);
    }

    /**
     * How Lambda repeats an asynchronous event that failed.
     *
     * @param retries after the first try; Lambda waits a minute, then two
     * @param maximumAge after which it gives up
     * @param onFailure logical id of the queue that takes what is given up
     */
    public record Asynchronous(int retries, Duration maximumAge, Optional<String> onFailure) {}
}
