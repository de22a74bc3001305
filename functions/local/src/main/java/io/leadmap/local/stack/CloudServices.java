package io.leadmap.local.stack;

import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.net.URI;

/**
 * The AWS endpoints that functions talk to, each on loopback. {@code io.leadmap.local.aws} has the
 * one that enforces policies: {@code AwsEndpoints.start(Stack stack, Path dataFolderOrNull,
 * InstantSource clock, BusListener bus)}.
 */
public interface CloudServices extends AutoCloseable {

    /** For {@code AWS_ENDPOINT_URL_DYNAMODB}. */
    URI dynamodb();

    /** For {@code AWS_ENDPOINT_URL_SES}. */
    URI ses();

    /** For {@code AWS_ENDPOINT_URL_KMS}. */
    URI kms();

    /** For {@code AWS_ENDPOINT_URL_EVENTBRIDGE}. */
    URI events();

    /** Reads the tables' streams for the runner's pollers, outside every policy and fault. */
    DynamoDbStreamsClient streams();

    /**
     * Counts the calls that may have changed a table; as long as it stays the same, the table's
     * stream has nothing new.
     */
    long changes(String table);

    /** What was sent. */
    EmulatedMailbox mailbox();

    /**
     * Lets the next calls of a service fail.
     *
     * @throws IllegalArgumentException for a service or a kind that does not exist, or that this
     *     service does not have
     */
    void fail(Fault fault);

    /** How many calls are still to fail by what was asked for. */
    int faultsLeft();

    /** Ends every endpoint and closes the tables' file; within a second or two. */
    @Override
    void close();
}
