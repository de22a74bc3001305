package io.leadmap.aws;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ses.SesClient;

import java.time.Duration;
import java.util.Map;

/**
 * Builds a function's SDK clients with nothing that a cold start need not pay for: credentials,
 * region, endpoint, retries and HTTP client are given, so the SDK looks for none of them.
 */
public final class AwsClients {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    /**
     * SES takes its time with large mails; a time-out makes a mail uncertain, so it is generous
     * within a function's 20 seconds.
     */
    private static final Duration MAIL_ANSWER_WITHIN = Duration.ofSeconds(12);

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
     */
    public static AwsClients rehearsal() {
        return new AwsClients(
                new AwsEnvironment(
                        Map.of(
                                "AWS_REGION", "us-east-1",
                                "AWS_ACCESS_KEY_ID", "rehearsal",
                                "AWS_SECRET_ACCESS_KEY", "rehearsal")),
                new RehearsalService());
    }

    /**
     * DynamoDB; throttling, errors and single writes that collide with a transaction are repeated
     * twice. A repeated transaction carries the same token and takes effect once; a repeated
     * conditional put may find its own item.
     */
    public DynamoDbClient dynamoDb() {
        RetryStrategy retries =
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .retryOnException(TransactionConflictException.class)
                        .build();
        return configured(DynamoDbClient.builder(), "DYNAMODB", ANSWER_WITHIN, retries)
                // Discovery would ask for an endpoint before the first call.
                .endpointDiscoveryEnabled(false)
                .build();
    }

    /** KMS; its calls may be repeated without harm. */
    public KmsClient kms() {
        return configured(KmsClient.builder(), "KMS", ANSWER_WITHIN, someRetries()).build();
    }

    /** EventBridge; a repeated call may publish twice, which its events' ids show. */
    public EventBridgeClient eventBridge() {
        return configured(EventBridgeClient.builder(), "EVENTBRIDGE", ANSWER_WITHIN, someRetries())
                .build();
    }

    /**
     * SES, which never repeats a call, and opens a connection for each: see decision 5 in
     * infrastructure/decisions.
     */
    public SesClient ses() {
        ClientOverrideConfiguration once =
                lean(AwsRetryStrategy.doNotRetry()).toBuilder()
                        .putHeader("Connection", "close")
                        .addExecutionInterceptor(new HandoverWatch())
                        .build();
        return configured(
                        SesClient.builder(),
                        "SES",
                        MAIL_ANSWER_WITHIN,
                        AwsRetryStrategy.doNotRetry())
                .overrideConfiguration(once)
                .build();
    }

    private static RetryStrategy someRetries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build();
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configured(
            B builder, String service, Duration answerWithin, RetryStrategy retries) {
        environment.endpoint(service).ifPresent(builder::endpointOverride);
        B configured =
                builder.region(environment.region())
                        .credentialsProvider(environment.credentials())
                        .overrideConfiguration(lean(retries));
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
