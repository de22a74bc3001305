package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.local.data.DataFolder;
import io.leadmap.local.stack.Fault;
import io.leadmap.template.Stack;
import io.leadmap.template.Statement;
import io.leadmap.template.Statement.Effect;
import io.leadmap.template.TableDefinition;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ses.SesClient;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small stack behind the endpoints, and SDK clients of its functions, retries off. */
final class Cloud implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-02-27T09:30:00Z");
    static final String KEY_ARN = "arn:aws:kms:eu-west-1:111122223333:key/key-one";
    static final String BUS_ARN = "arn:aws:events:eu-west-1:111122223333:event-bus/leadmap";

    final List<Map.Entry<String, JsonNode>> events = new CopyOnWriteArrayList<>();
    final AwsEndpoints endpoints;

    private Cloud(Stack stack, @Nullable Path folder, @Nullable Path grants) throws IOException {
        endpoints =
                AwsEndpoints.start(
                        stack,
                        new DataFolder(folder),
                        InstantSource.fixed(NOW),
                        (bus, event) -> events.add(Map.entry(bus, event)),
                        grants);
    }

    /** Starts with these statements for the function {@code Writer}. */
    static Cloud allowing(Statement... statements) throws IOException {
        return start(stack(Map.of("Writer", List.of(statements))), null);
    }

    static Cloud start(Stack stack, @Nullable Path folder) throws IOException {
        return new Cloud(stack, folder, null);
    }

    /** Starts with these statements for the function {@code Writer}, and a file for those used. */
    static Cloud noting(Path grants, Statement... statements) throws IOException {
        return new Cloud(stack(Map.of("Writer", List.of(statements))), null, grants);
    }

    static Stack stack(Map<String, List<Statement>> policies) {
        return new Stack(
                "eu-west-1",
                "111122223333",
                List.of(
                        table(
                                "leads",
                                List.of(
                                        new TableDefinition.Index(
                                                "byOwner",
                                                List.of(
                                                        new TableDefinition.Key("owner", "HASH"),
                                                        new TableDefinition.Key("sk", "RANGE")),
                                                "ALL",
                                                List.of())),
                                List.of()),
                        table("history", List.of(), List.of(APPEND_ONLY))),
                List.of(
                        new Stack.EncryptionKey("Key", "key-one", KEY_ARN),
                        new Stack.EncryptionKey(
                                "Other",
                                "key-two",
                                "arn:aws:kms:eu-west-1:111122223333:key/key-two")),
                List.of(new Stack.Bus("Bus", "leadmap", BUS_ARN)),
                List.of("clinic.example"),
                List.of("mails"),
                policies);
    }

    /** What the append-only history table denies to everyone. */
    static final Statement APPEND_ONLY =
            new Statement(
                    Effect.DENY,
                    List.of(
                            "dynamodb:UpdateItem",
                            "dynamodb:DeleteItem",
                            "dynamodb:BatchWriteItem"),
                    List.of(arn("history")),
                    List.of("*"),
                    Map.of(),
                    "Resources.HistoryTable.ResourcePolicy");

    private static TableDefinition table(
            String name, List<TableDefinition.Index> indexes, List<Statement> policy) {
        List<TableDefinition.Attribute> attributes =
                new ArrayList<>(
                        List.of(
                                new TableDefinition.Attribute("pk", "S"),
                                new TableDefinition.Attribute("sk", "S")));
        if (!indexes.isEmpty()) {
            attributes.add(new TableDefinition.Attribute("owner", "S"));
        }
        return new TableDefinition(
                name,
                name,
                arn(name),
                attributes,
                List.of(
                        new TableDefinition.Key("pk", "HASH"),
                        new TableDefinition.Key("sk", "RANGE")),
                indexes,
                Optional.of("NEW_AND_OLD_IMAGES"),
                policy);
    }

    static String arn(String table) {
        return "arn:aws:dynamodb:eu-west-1:111122223333:table/" + table;
    }

    static Statement allow(String action, String... resources) {
        return statement(Effect.ALLOW, action, Map.of(), resources);
    }

    static Statement allowIf(
            String action, String operator, String key, String value, String resource) {
        return statement(
                Effect.ALLOW, action, Map.of(operator, Map.of(key, List.of(value))), resource);
    }

    static Statement statement(
            Effect effect,
            String action,
            Map<String, Map<String, List<String>>> conditions,
            String... resources) {
        return new Statement(
                effect,
                List.of(action),
                List.of(resources),
                List.of(),
                conditions,
                "Resources.Writer.Policies[0]");
    }

    int faultsLeft() {
        return endpoints.faultsLeft();
    }

    void fail(Fault fault) {
        endpoints.fail(fault);
    }

    void fail(String service, @Nullable String action, String kind, int times) {
        endpoints.fail(new Fault(service, action, null, kind, times));
    }

    DynamoDbClient dynamodb() {
        return client(DynamoDbClient.builder(), "Writer", endpoints.dynamodb());
    }

    SesClient ses() {
        return client(SesClient.builder(), "Writer", endpoints.ses());
    }

    KmsClient kms() {
        return client(KmsClient.builder(), "Writer", endpoints.kms());
    }

    EventBridgeClient bus() {
        return client(EventBridgeClient.builder(), "Writer", endpoints.events());
    }

    static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, String accessKey, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(accessKey, "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(configuration ->
                        configuration.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    static Map<String, AttributeValue> item(String pk, String sk) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("pk", AttributeValue.fromS(pk));
        item.put("sk", AttributeValue.fromS(sk));
        return item;
    }

    @Override
    public void close() {
        endpoints.close();
    }
}
