package io.leadmap.local.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.exceptions.ExceptionBean;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;
import software.amazon.dynamodb.services.local.shared.mapper.DynamoDbObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * DynamoDB Local, called in this JVM and without its own HTTP server, which would be a second door
 * beside the policies. Requests and answers are the API's JSON.
 *
 * <p>Only calls that functions make are here: no PartiQL, no time to live (locally nothing expires
 * by the wall clock), no stream, which Lambda reads and not a function. Tables are made by the
 * runner.
 */
final class DynamoDbEngine implements AutoCloseable {

    // As many as DynamoDB Local's own server has for what it does by and by.
    private static final int JOBS = 10;

    private final ObjectMapper mapper = new DynamoDbObjectMapper();
    private final TableFile file;
    private final LocalDBClient database;
    private final Map<String, Function<ObjectNode, byte[]>> calls;
    private final Map<String, Function<ObjectNode, byte[]>> makingTables;

    private DynamoDbEngine(TableFile file, LocalDBClient database) {
        this.file = file;
        this.database = database;
        DynamoDbClient tables = database.dynamoDbClient();
        this.calls =
                Map.ofEntries(
                        call("BatchGetItem", BatchGetItemRequest.class, tables::batchGetItem),
                        call("BatchWriteItem", BatchWriteItemRequest.class, tables::batchWriteItem),
                        call("DeleteItem", DeleteItemRequest.class, tables::deleteItem),
                        call("GetItem", GetItemRequest.class, tables::getItem),
                        call("PutItem", PutItemRequest.class, tables::putItem),
                        call("Query", QueryRequest.class, tables::query),
                        call("Scan", ScanRequest.class, tables::scan),
                        call(
                                "TransactWriteItems",
                                TransactWriteItemsRequest.class,
                                tables::transactWriteItems),
                        call("UpdateItem", UpdateItemRequest.class, tables::updateItem));
        this.makingTables =
                Map.ofEntries(
                        call("CreateTable", CreateTableRequest.class, tables::createTable),
                        call("DescribeTable", DescribeTableRequest.class, tables::describeTable));
    }

    /**
     * Starts it.
     *
     * @param folder where the tables' file is; null keeps them in memory
     */
    static DynamoDbEngine open(@Nullable Path folder) throws IOException {
        try {
            SQLiteLibraryLoader.initialize();
        } catch (Exception e) {
            throw new IOException("DynamoDB Local's native library does not load", e);
        }
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // false: tables and indexes are there at once, without passing states
        JobsRegister jobs = new JobsRegister(Executors.newFixedThreadPool(JOBS), false);
        TableFile file = TableFile.open(folder);
        return new DynamoDbEngine(file, new LocalDBClient(file, jobs));
    }

    private <T> Map.Entry<String, Function<ObjectNode, byte[]>> call(
            String name, Class<T> request, Function<T, ?> perform) {
        return Map.entry(
                name,
                input -> {
                    T read = read(input, request);
                    return written(file.alone(() -> perform.apply(read)));
                });
    }

    private <T> T read(ObjectNode input, Class<T> request) {
        try {
            return mapper.treeToValue(input, request);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] written(Object answer) {
        try {
            return mapper.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables' streams, for who needs no permission. */
    DynamoDbStreamsClient streams() {
        return new TableStreams(database.dynamoDbStreamsClient(), file);
    }

    /** What functions may ask for at all. */
    Set<String> calls() {
        return calls.keySet();
    }

    /** Performs a call of a function, one of {@link #calls()}. */
    Reply perform(AwsCall call) {
        return perform(calls, call);
    }

    /** Performs a call by which tables are made or looked at, which no function may. */
    Reply makeTable(AwsCall call) {
        return perform(makingTables, call);
    }

    private Reply perform(Map<String, Function<ObjectNode, byte[]>> known, AwsCall call) {
        Function<ObjectNode, byte[]> action = Objects.requireNonNull(known.get(call.action()));
        try {
            return new Reply.Done(action.apply(call.input()));
        } catch (DynamoDBLocalServiceException e) {
            return failed(e);
        }
    }

    private Reply failed(DynamoDBLocalServiceException e) {
        ObjectNode bean =
                mapper.valueToTree(
                        new ExceptionBean(
                                e.getErrorCode(),
                                e.getMessage(),
                                e.getCancellationReasons(),
                                e.getItem()));
        return new Reply.Failed(
                new Reply.ServiceError(
                        e.statusCode(),
                        e.getErrorCode(),
                        e.getMessage() == null ? "" : e.getMessage(),
                        bean.without(List.of("__type", "message", "Message"))));
    }

    @Override
    public void close() {
        database.shutdown();
    }
}
