package io.leadmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.testkit.LambdaCall;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.DiagnosticInfoPopulator;
import io.micronaut.function.aws.LambdaContextFactory;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** What a function knows, and that it does not learn more with every event. */
class FunctionContextTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.EPOCH);

    private final Echo echo = new Echo(Map.of("SOME", "thing"), NOW);
    private final ApplicationContext beans = echo.getApplicationContext();

    private static byte[] event() {
        return """
        {"routeKey": "GET /open", "rawPath": "/open", "rawQueryString": "q=a", "headers": {},
         "requestContext": {"requestId": "r", "http": {"method": "GET", "sourceIp": "192.0.2.1"}}}
        """
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_thousand_events_leave_as_many_beans_as_there_were() throws IOException {
        echo.handleRequest(
                new ByteArrayInputStream(event()), new ByteArrayOutputStream(), new LambdaCall());
        int before = beans.getActiveBeanRegistrations(Object.class).size();

        for (int i = 0; i < 1_000; i++) {
            echo.handleRequest(
                    new ByteArrayInputStream(event()),
                    new ByteArrayOutputStream(),
                    new LambdaCall());
        }

        assertThat(beans.getActiveBeanRegistrations(Object.class)).hasSize(before);
    }

    @Test
    void an_event_without_a_context_of_lambda_is_answered() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();

        echo.handleRequest(new ByteArrayInputStream(event()), answer, null);

        assertThat(answer.toString(StandardCharsets.UTF_8)).contains("\"statusCode\":200");
    }

    @Test
    void the_clock_is_the_one_that_was_given() {
        assertThat(beans.getBean(InstantSource.class)).isSameAs(NOW);
        assertThat(beans.containsBean(Clock.class)).isFalse();
    }

    @Test
    void no_variable_of_the_environment_becomes_a_property_and_no_file_is_sought() {
        assertThat(beans.getEnvironment().getPropertySources()).isEmpty();
        assertThat(beans.getEnvironment().getActiveNames()).isEmpty();
    }

    @Test
    void what_would_keep_each_invocation_is_not_there() {
        assertThat(beans.containsBean(LambdaContextFactory.class)).isFalse();
        assertThat(beans.containsBean(DiagnosticInfoPopulator.class)).isFalse();
    }
}
