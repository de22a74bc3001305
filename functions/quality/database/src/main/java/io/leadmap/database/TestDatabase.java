package io.leadmap.database;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.leadmap.template.TableDefinition;
import io.leadmap.template.Template;
import io.leadmap.template.TemplateReader;
import io.leadmap.testkit.LocalStack;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.shared.mapper.DynamoDbObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A database for a whole run of tests, with the tables of template.yaml: DynamoDB Local,
 * LocalStack, or whatever answers at the address in the system property {@code
 * leadmap.dynamodb.endpoint}.
 */
public final class TestDatabase {

    /** The template, from the folder of this module. */
    private static final Path TEMPLATE = Path.of("..", "..", "..", "template.yaml");

    private static final class Read {
        private static final Template TEMPLATE =
                TemplateReader.read(
                        TestDatabase.TEMPLATE,
                        Map.of(
                                "JwtIssuer", "https://people.example",
                                "JwtAudience", "leadmap",
                                "PublicUrl", "https://leadmap.example",
                                "SendingDomain", "mail.leadmap.example"));
    }

    private static final class Shared {
        private static final String ELSEWHERE = System.getProperty("leadmap.dynamodb.endpoint");
        private static final TestDatabase DATABASE =
                at(ELSEWHERE == null ? startLocal() : URI.create(ELSEWHERE));
    }

    private static final class OnLocalStack {
        private static final TestDatabase DATABASE = at(LocalStack.endpoint());
    }

    private final URI endpoint;
    private final Map<String, String> environment = new HashMap<>();

    private TestDatabase(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** The tables of the template. */
    public static List<TableDefinition> tables() {
        return Read.TEMPLATE.stack().tables();
    }

    /** The environment variable that names a table to functions. */
    public static String variable(TableDefinition table) {
        return Read.TEMPLATE.functions().values().stream()
                .flatMap(function -> function.environment().entrySet().stream())
                .filter(variable -> variable.getValue().equals(table.name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The one of this run. */
    public static TestDatabase shared() {
        return Shared.DATABASE;
    }

    /** The variables that name the tables. */
    public Map<String, String> environment() {
        return environment;
    }

    /** A client without faults. */
    public DynamoDbClient client() {
        return client(new FaultyHttp(UrlConnectionHttpClient.create(), FaultyHttp.Fault.NONE));
    }

    /** A client that somebody watches. */
    public DynamoDbClient client(ExecutionInterceptor watcher) {
        FaultyHttp http = new FaultyHttp(UrlConnectionHttpClient.create(), FaultyHttp.Fault.NONE);
        return client(http, List.of(watcher), 3);
    }

    /** A client as functions have it: three attempts, but without waiting between them. */
    public DynamoDbClient client(FaultyHttp http) {
        return client(http, List.of(), 3);
    }

    /** A client that somebody watches, with so many attempts. */
    public DynamoDbClient client(
            FaultyHttp http, List<ExecutionInterceptor> watchers, int attempts) {
        RetryStrategy retries =
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(attempts)
                        .retryOnException(TransactionConflictException.class)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .circuitBreakerEnabled(false)
                        .build();
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                .httpClient(http)
                .overrideConfiguration(configuration ->
                        configuration.retryStrategy(retries).executionInterceptors(watchers))
                .build();
    }

    /** The same in LocalStack; skips the test, with the reason, where there is none. */
    public static TestDatabase onLocalStack() {
        LocalStack.endpoint();
        return OnLocalStack.DATABASE;
    }

    private static TestDatabase at(URI endpoint) {
        TestDatabase database = new TestDatabase(endpoint);
        try (DynamoDbClient client = database.client()) {
            String run = Long.toString(ProcessHandle.current().pid(), 36);
            for (TableDefinition table : tables()) {
                String name = table.logicalId() + "-" + run;
                client.createTable(creation(table, name));
                client.waiter().waitUntilTableExists(describe -> describe.tableName(name));
                database.environment.put(variable(table), name);
            }
        }
        return database;
    }

    private static URI startLocal() {
        try (ServerSocket free = new ServerSocket(0)) {
            String port = Integer.toString(free.getLocalPort());
            free.close();
            DynamoDBProxyServer server =
                    ServerRunner.createServerFromCommandLineArgs(
                            new String[] {"-inMemory", "-port", port});
            server.start();
            return URI.create("http://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        }
    }

    /** As the template makes it, but for its stream, which none of these tests reads. */
    private static CreateTableRequest creation(TableDefinition table, String name) {
        try {
            return new DynamoDbObjectMapper()
                    .treeToValue(
                            table.creation(name).without(List.of("StreamSpecification")),
                            CreateTableRequest.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
