package io.leadmap.local.aws;

import io.leadmap.local.data.DataFolder;
import io.leadmap.local.stack.BusListener;
import io.leadmap.local.stack.Fault;
import io.leadmap.template.FunctionDefinition;
import io.leadmap.template.Stack;
import io.leadmap.template.Stack.EncryptionKey;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * DynamoDB, SES, KMS and EventBridge for functions that run on this machine, each an HTTP server of
 * its own on loopback, all behind the policies of template.yaml.
 */
public final class AwsEndpoints implements AutoCloseable {

    private final String region;
    private final PendingFaults faults = new PendingFaults();
    private final DynamoDbEngine engine;
    private final EmulatedDynamoDb tables;
    private final MailStore mails;
    private final AwsEndpoint dynamodb;
    private final AwsEndpoint ses;
    private final AwsEndpoint kms;
    private final AwsEndpoint events;
    private final DynamoDbStreamsClient streams;

    private AwsEndpoints(
            Stack stack, DataFolder data, InstantSource clock, BusListener bus, UsedGrants grants)
            throws IOException {
        region = stack.region();
        AwsCallers callers = new AwsCallers(stack);
        Path root = data.root();
        engine = DynamoDbEngine.open(root == null ? null : root.resolve("dynamodb"));
        TableMaker maker = new TableMaker(engine);
        stack.tables().forEach(maker::make);
        mails = new MailStore(data);
        KeyRing ring = new KeyRing(data, stack.keys().stream().map(EncryptionKey::id).toList());
        tables = new EmulatedDynamoDb(engine, new EmulatedTables(stack));
        dynamodb = new AwsEndpoint(tables, callers, faults, grants);
        ses = new AwsEndpoint(new EmulatedSes(stack, mails, clock), callers, faults, grants);
        kms = new AwsEndpoint(new EmulatedKms(stack, ring), callers, faults, grants);
        events =
                new AwsEndpoint(
                        new EmulatedEventBridge(stack, bus, clock), callers, faults, grants);
        streams = engine.streams();
    }

    /** Starts every endpoint; which grants are used is told to nobody. */
    public static AwsEndpoints start(
            Stack stack, DataFolder data, InstantSource clock, BusListener bus) throws IOException {
        return start(stack, data, clock, bus, null);
    }

    /**
     * Starts every endpoint and makes the stack's tables.
     *
     * @param data where tables, mails and keys survive a restart
     * @param clock stamps mails and events
     * @param bus told of every event before PutEvents answers
     * @param grants a file that is told which grants are used; null for none
     * @throws IllegalStateException when the data folder's tables are not those of the template
     */
    public static AwsEndpoints start(
            Stack stack,
            DataFolder data,
            InstantSource clock,
            BusListener bus,
            @Nullable Path grants)
            throws IOException {
        return new AwsEndpoints(stack, data, clock, bus, new UsedGrants(grants));
    }

    /**
     * What a function finds in its environment: its own variables of the template, and those that
     * Lambda itself sets, with these endpoints in AWS's place.
     */
    public Map<String, String> environment(FunctionDefinition function) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.put("AWS_REGION", region);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.logicalId());
        environment.put("AWS_ACCESS_KEY_ID", function.logicalId());
        environment.put("AWS_SECRET_ACCESS_KEY", "not-verified");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamodb().toString());
        environment.put("AWS_ENDPOINT_URL_SES", ses().toString());
        environment.put("AWS_ENDPOINT_URL_KMS", kms().toString());
        environment.put("AWS_ENDPOINT_URL_EVENTBRIDGE", events().toString());
        return environment;
    }

    /** Where DynamoDB is reached. */
    public URI dynamodb() {
        return dynamodb.uri();
    }

    /** Where SES is reached. */
    public URI ses() {
        return ses.uri();
    }

    /** Where KMS is reached. */
    public URI kms() {
        return kms.uri();
    }

    /** Where EventBridge is reached. */
    public URI events() {
        return events.uri();
    }

    /** Reads the tables' streams for the runner's pollers, outside every policy and fault. */
    public DynamoDbStreamsClient streams() {
        return streams;
    }

    /**
     * Counts the calls that may have changed a table; as long as it stays the same, the table's
     * stream has nothing new.
     */
    public long changes(String table) {
        return tables.changes(table);
    }

    /** What was sent. */
    public MailStore mailbox() {
        return mails;
    }

    /**
     * Lets the next calls of a service fail.
     *
     * @throws IllegalArgumentException for a service or a kind that does not exist, or that this
     *     service does not have
     */
    public void fail(Fault fault) {
        faults.arm(fault);
    }

    /** How many calls are still to fail by what was asked for. */
    public int faultsLeft() {
        return faults.left();
    }

    /** Ends every endpoint and closes the tables' file; within a second or two. */
    @Override
    public void close() {
        Stream.of(dynamodb, ses, kms, events).forEach(AwsEndpoint::close);
        engine.close();
    }
}
