package io.leadmap.local.aws;

import io.leadmap.local.stack.BusListener;
import io.leadmap.local.stack.CloudServices;
import io.leadmap.local.stack.EmulatedMailbox;
import io.leadmap.local.stack.Fault;
import io.leadmap.template.Stack;
import io.leadmap.template.Stack.EncryptionKey;
import io.leadmap.template.Statement;
import io.leadmap.template.TableDefinition;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * DynamoDB, SES, KMS and EventBridge for functions that run on this machine, each an HTTP server of
 * its own on loopback, all behind the policies of template.yaml.
 */
public final class AwsEndpoints implements CloudServices {

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
            Stack stack, @Nullable Path dataFolder, InstantSource clock, BusListener bus)
            throws IOException {
        Tokens tokens = new Tokens();
        AwsCallers callers = new AwsCallers(stack);
        engine = DynamoDbEngine.open(within(dataFolder, "dynamodb"));
        TableMaker maker = new TableMaker(engine);
        for (TableDefinition table : stack.tables()) {
            maker.make(table);
        }
        mails = new MailStore(within(dataFolder, "mail"));
        KeyRing ring =
                KeyRing.open(
                        within(dataFolder, "keys"),
                        stack.keys().stream().map(EncryptionKey::id).toList(),
                        tokens);
        tables = new EmulatedDynamoDb(engine, new EmulatedTables(stack));
        dynamodb = new AwsEndpoint(tables, callers, faults, tokens);
        ses =
                new AwsEndpoint(
                        new EmulatedSes(stack, mails, clock, tokens), callers, faults, tokens);
        kms = new AwsEndpoint(new EmulatedKms(stack, ring, tokens), callers, faults, tokens);
        events =
                new AwsEndpoint(
                        new EmulatedEventBridge(stack, bus, clock), callers, faults, tokens);
        streams = engine.streams();
    }

    private static @Nullable Path within(@Nullable Path folder, String name) {
        return folder == null ? null : folder.resolve(name);
    }

    /**
     * Starts every endpoint and makes the stack's tables.
     *
     * @param dataFolder where tables, mails and keys survive a restart; null keeps all in memory
     * @param clock stamps mails and events
     * @param bus told of every event before PutEvents answers
     * @throws IllegalArgumentException for a policy statement that cannot be evaluated here, with
     *     its path in template.yaml: not understood must not mean ignored
     * @throws IllegalStateException when the data folder's tables are not those of the template
     */
    public static AwsEndpoints start(
            Stack stack, @Nullable Path dataFolder, InstantSource clock, BusListener bus)
            throws IOException {
        Stream.concat(
                        stack.policies().values().stream().flatMap(List::stream),
                        stack.tables().stream().flatMap(table -> table.resourcePolicy().stream()))
                .forEach(AwsEndpoints::understood);
        return new AwsEndpoints(stack, dataFolder, clock, bus);
    }

    private static void understood(Statement statement) {
        Optional<String> what = Conditions.notUnderstood(statement);
        if (what.isPresent()) {
            throw new IllegalArgumentException(
                    statement.path() + ": " + what.get() + " is not understood here");
        }
    }

    @Override
    public URI dynamodb() {
        return dynamodb.uri();
    }

    @Override
    public URI ses() {
        return ses.uri();
    }

    @Override
    public URI kms() {
        return kms.uri();
    }

    @Override
    public URI events() {
        return events.uri();
    }

    @Override
    public DynamoDbStreamsClient streams() {
        return streams;
    }

    @Override
    public long changes(String table) {
        return tables.changes(table);
    }

    @Override
    public EmulatedMailbox mailbox() {
        return mails;
    }

    @Override
    public void fail(Fault fault) {
        faults.arm(fault);
    }

    @Override
    public int faultsLeft() {
        return faults.left();
    }

    @Override
    public void close() {
        Stream.of(dynamodb, ses, kms, events).forEach(AwsEndpoint::close);
        engine.close();
    }
}
