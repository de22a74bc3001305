package io.leadmap.testkit;

import com.github.dockerjava.api.exception.NotFoundException;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * LocalStack in a container, one for all tests of a JVM. Nothing is pulled: where there is no
 * container engine or no image, the tests that ask for it say so ({@link Needs}).
 */
public final class LocalStack {

    /** The last release that starts without a token. */
    public static final String IMAGE = "localstack/localstack:4.14.0";

    private static final int PORT = 4566;
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);

    private LocalStack() {}

    private static final class Running {
        private static final GenericContainer<?> CONTAINER = start();

        // Stopped by Testcontainers or with the engine; every test of the JVM shares it.
        @SuppressWarnings("resource")
        private static GenericContainer<?> start() {
            GenericContainer<?> container =
                    new GenericContainer<>(DockerImageName.parse(IMAGE))
                            .withExposedPorts(PORT)
                            .withEnv("SERVICES", "dynamodb,dynamodbstreams,ses,events,kms,sqs")
                            // Else the first call of each service waits longer than clients do.
                            .withEnv("EAGER_SERVICE_LOADING", "1")
                            .withImagePullPolicy(image -> false)
                            .waitingFor(
                                    Wait.forLogMessage(".*Ready\\..*", 1)
                                            .withStartupTimeout(READY_WITHIN));
            container.start();
            return container;
        }
    }

    /**
     * Where every service answers; ends the test, with the reason, where there is no LocalStack.
     */
    public static URI endpoint() {
        Needs needs = Needs.ofThisRun();
        needs.need(DockerClientFactory.instance().isDockerAvailable(), "no container engine here");
        needs.need(imageIsThere(), "the image " + IMAGE + " is not here");
        return URI.create(
                "http://%s:%d"
                        .formatted(
                                Running.CONTAINER.getHost(),
                                Running.CONTAINER.getMappedPort(PORT)));
    }

    private static boolean imageIsThere() {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(IMAGE).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** The environment of a function whose services are all there. */
    public static Map<String, String> environment() {
        return Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_ENDPOINT_URL", endpoint().toString());
    }
}
