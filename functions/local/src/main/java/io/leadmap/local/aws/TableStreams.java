package io.leadmap.local.aws;

import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;

import java.util.function.Supplier;

/**
 * The tables' streams for the runner itself, which reads them in Lambda's place: without HTTP, a
 * role or faults, and with the exceptions that DynamoDB's client has.
 */
final class TableStreams implements DynamoDbStreamsClient {

    private final DynamoDbStreamsClient local;
    private final TableFile file;

    TableStreams(DynamoDbStreamsClient local, TableFile file) {
        this.local = local;
        this.file = file;
    }

    @Override
    public ListStreamsResponse listStreams(ListStreamsRequest request) {
        return asDynamoDb(() -> local.listStreams(request));
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
        return asDynamoDb(() -> local.describeStream(request));
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        return asDynamoDb(() -> local.getShardIterator(request));
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
        return asDynamoDb(() -> local.getRecords(request));
    }

    private <T> T asDynamoDb(Supplier<T> call) {
        try {
            return file.alone(call);
        } catch (DynamoDBLocalServiceException e) {
            throw switch (e.getErrorCode()) {
                case "ExpiredIteratorException" ->
                        ExpiredIteratorException.builder().message(e.getMessage()).cause(e).build();
                case "TrimmedDataAccessException" ->
                        TrimmedDataAccessException.builder()
                                .message(e.getMessage())
                                .cause(e)
                                .build();
                default -> e;
            };
        }
    }

    @Override
    public String serviceName() {
        return local.serviceName();
    }

    /** Ends with the database. */
    @Override
    public void close() {}
}
