package io.leadmap.aws;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

import java.time.Duration;
import java.util.Map;

/**
 * What a function's SDK clients have in common, with nothing that a cold start need not pay for:
 * credentials, region, endpoint, retries and HTTP client are given, so the SDK looks for none of
 * them. Which clients there are is said by the adapters, each beside its service.
 */
public final class AwsClients {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;

    private final AwsEnvironment environment;
    private final @Nullable RehearsalService rehearsal;

    /** Builds clients of the function with this environment. */
    public AwsClients(AwsEnvironment environment) {
        this(environment, null);
    }

    private AwsClients(AwsEnvironment environment, @Nullable RehearsalService rehearsal) {
        this.environment = environment;
        this.rehearsal = rehearsal;
    }

    /**
     * Clients that go the whole way of a call, signature included, but neither read credentials nor
     * use a network: they find what was written through them, and nothing else. For what a function
     * does before its snapshot.
     *
     * @param variables the function's environment, for the names of what it uses
     */
    public static AwsClients rehearsal(Map<String, String> variables) {
        return new AwsClients(AwsEnvironment.rehearsal(variables), new RehearsalService());
    }

    /** Tells whether nothing outside the function is called. */
    public boolean isRehearsal() {
        return rehearsal != null;
    }

    /** Where the services are, and the names of what the function uses there. */
    public AwsEnvironment environment() {
        return environment;
    }

    /** Repeats twice what the SDK holds to be worth it. */
    public static StandardRetryStrategy.Builder someRetries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS);
    }

    /**
     * Configures the client of a service whose calls may be repeated, and that answers soon.
     *
     * @param service as the variable with its endpoint calls it, such as {@code DYNAMODB}
     */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configured(
            B builder, String service, RetryStrategy retries) {
        return configured(builder, service, ANSWER_WITHIN).overrideConfiguration(lean(retries));
    }

    /**
     * Configures a client that never repeats a call and opens a connection for each: a connection
     * that was left open may repeat a request by itself.
     *
     * @param answerWithin how long it waits for an answer
     * @param watch sees every call
     */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configuredOnce(
            B builder, String service, Duration answerWithin, ExecutionInterceptor watch) {
        return configured(builder, service, answerWithin)
                .overrideConfiguration(
                        lean(AwsRetryStrategy.doNotRetry()).toBuilder()
                                .putHeader("Connection", "close")
                                .addExecutionInterceptor(watch)
                                .build());
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configured(
            B builder, String service, Duration answerWithin) {
        environment.endpoint(service).ifPresent(builder::endpointOverride);
        B configured =
                builder.region(environment.region()).credentialsProvider(environment.credentials());
        return rehearsal == null
                ? configured.httpClientBuilder(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECT_WITHIN)
                                .socketTimeout(answerWithin))
                : configured.httpClient(rehearsal);
    }

    private static ClientOverrideConfiguration lean(RetryStrategy retries) {
        ProfileFile none = ProfileFile.aggregator().build();
        return ClientOverrideConfiguration.builder()
                .retryStrategy(retries)
                .defaultProfileFileSupplier(() -> none)
                .build();
    }
}
