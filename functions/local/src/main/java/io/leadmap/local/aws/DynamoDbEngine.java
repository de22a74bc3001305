package io.leadmap.local.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.dispatchers.BatchGetItemDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.BatchWriteItemDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.CreateTableDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.DeleteItemDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.DescribeStreamDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.DescribeTableDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.Dispatcher;
import software.amazon.dynamodb.services.local.dispatchers.GetItemDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.GetRecordsDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.GetShardIteratorDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.ListStreamsDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.ListTablesDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.PutItemDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.QueryDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.ScanDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.TransactGetItemsDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.TransactWriteItemsDispatcher;
import software.amazon.dynamodb.services.local.dispatchers.UpdateItemDispatcher;
import software.amazon.dynamodb.services.local.exceptions.ExceptionBean;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;
import software.amazon.dynamodb.services.local.shared.mapper.DynamoDbObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * DynamoDB Local, called in this JVM and without its own HTTP server, which would be a second door
 * beside the policies. Requests and answers are the API's JSON.
 *
 * <p>Only calls that the project may need are here; PartiQL, time to live (locally nothing expires
 * by the wall clock) and changes of tables are not.
 */
final class DynamoDbEngine implements AutoCloseable {

    // DynamoDB Local keeps one database for every key and region; these only have to be there.
    private static final String KEY = "local";
    private static final String REGION = "local";

    private final ObjectMapper mapper = new DynamoDbObjectMapper();
    private final DynamoDBRequestHandler handler;
    private final Map<String, Function<ObjectNode, byte[]>> actions;

    private DynamoDbEngine(DynamoDBRequestHandler handler) {
        this.handler = handler;
        this.actions =
                Map.ofEntries(
                        action(
                                "BatchGetItem",
                                BatchGetItemRequest.class,
                                new BatchGetItemDispatcher(mapper)),
                        action(
                                "BatchWriteItem",
                                BatchWriteItemRequest.class,
                                new BatchWriteItemDispatcher(mapper)),
                        action(
                                "CreateTable",
                                CreateTableRequest.class,
                                new CreateTableDispatcher(mapper)),
                        action(
                                "DeleteItem",
                                DeleteItemRequest.class,
                                new DeleteItemDispatcher(mapper)),
                        action(
                                "DescribeStream",
                                DescribeStreamRequest.class,
                                new DescribeStreamDispatcher(mapper)),
                        action(
                                "DescribeTable",
                                DescribeTableRequest.class,
                                new DescribeTableDispatcher(mapper)),
                        action("GetItem", GetItemRequest.class, new GetItemDispatcher(mapper)),
                        action(
                                "GetRecords",
                                GetRecordsRequest.class,
                                new GetRecordsDispatcher(mapper)),
                        action(
                                "GetShardIterator",
                                GetShardIteratorRequest.class,
                                new GetShardIteratorDispatcher(mapper)),
                        action(
                                "ListStreams",
                                ListStreamsRequest.class,
                                new ListStreamsDispatcher(mapper)),
                        action(
                                "ListTables",
                                ListTablesRequest.class,
                                new ListTablesDispatcher(mapper)),
                        action("PutItem", PutItemRequest.class, new PutItemDispatcher(mapper)),
                        action("Query", QueryRequest.class, new QueryDispatcher(mapper)),
                        action("Scan", ScanRequest.class, new ScanDispatcher(mapper)),
                        action(
                                "TransactGetItems",
                                TransactGetItemsRequest.class,
                                new TransactGetItemsDispatcher(mapper)),
                        action(
                                "TransactWriteItems",
                                TransactWriteItemsRequest.class,
                                new TransactWriteItemsDispatcher(mapper)),
                        action(
                                "UpdateItem",
                                UpdateItemRequest.class,
                                new UpdateItemDispatcher(mapper)));
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
        // 0: no authority levels; shared: one database whatever the key; no transient states.
        return new DynamoDbEngine(
                new LocalDynamoDBRequestHandler(
                        0, folder == null, folder == null ? null : folder.toString(), true, false));
    }

    private <T> Map.Entry<String, Function<ObjectNode, byte[]>> action(
            String name, Class<T> request, Dispatcher<T> dispatcher) {
        return Map.entry(name, input -> enact(request, dispatcher, input));
    }

    private <T> byte[] enact(Class<T> request, Dispatcher<T> dispatcher, ObjectNode input) {
        try {
            return dispatcher.enact(KEY, REGION, mapper.treeToValue(input, request), handler);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(String action) {
        return actions.containsKey(action);
    }

    /** Performs a call; an action that is not here is DynamoDB's own error for such. */
    Reply perform(Call call) {
        Function<ObjectNode, byte[]> action = actions.get(call.action());
        if (action == null) {
            return Reply.failed(
                    400,
                    "UnknownOperationException",
                    "The local endpoint does not have " + call.action());
        }
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
        handler.shutdown();
    }
}
