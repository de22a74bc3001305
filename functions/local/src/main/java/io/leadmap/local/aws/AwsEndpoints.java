package io.leadmap.local.aws;

import io.leadmap.local.stack.BusListener;
import io.leadmap.local.stack.CloudServices;
import io.leadmap.local.stack.Fault;
import io.leadmap.local.stack.Mailbox;
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

    private final Faults faults = new Faults();
    private final DynamoDbEngine engine;
    private final DynamoDbService tables;
    private final MailStore mails;
    private final Endpoint dynamodb;
    private final Endpoint ses;
    private final Endpoint kms;
    private final Endpoint events;
    private final DynamoDbStreamsClient streams;

    private AwsEndpoints(
            Stack stack, @Nullable Path dataFolder, InstantSource clock, BusListener bus)
            throws IOException {
        Tokens tokens = new Tokens();
        Callers callers = new Callers(stack);
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
        tables = new DynamoDbService(engine, new Tables(stack));
        dynamodb = new Endpoint(tables, callers, faults, tokens);
        ses = new Endpoint(new SesService(stack, mails, clock, tokens), callers, faults, tokens);
        kms = new Endpoint(new KmsService(stack, ring, tokens), callers, faults, tokens);
        events =
                new Endpoint(new EventsService(stack, bus, clock, tokens), callers, faults, tokens);
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
    public Mailbox mailbox() {
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
        Stream.of(dynamodb, ses, kms, events).forEach(Endpoint::close);
        engine.close();
    }
}
