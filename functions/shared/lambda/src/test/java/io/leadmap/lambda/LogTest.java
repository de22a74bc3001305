package io.leadmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.testkit.LambdaCall;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** What a function writes into the log that it shares with all the others. */
class LogTest {

    private static final PrintStream STDOUT = System.out;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @AfterEach
    void putStandardOutputBack() {
        System.setOut(STDOUT);
    }

    @Test
    void every_line_names_the_function_that_wrote_it() throws IOException {
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        Echo echo =
                new Echo(
                        Map.of("AWS_LAMBDA_FUNCTION_NAME", "stack-Echo-1"),
                        InstantSource.fixed(Instant.EPOCH));

        echo.handleRequest(
                new ByteArrayInputStream(
                        """
                        {"routeKey": "GET /broken", "rawPath": "/broken", "rawQueryString": "", "headers": {},
                         "requestContext": {"requestId": "r", "http": {"method": "GET", "sourceIp": "192.0.2.1"}}}
                        """
                                .getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                new LambdaCall());

        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("\"function\":\"stack-Echo-1\""));
    }
}
