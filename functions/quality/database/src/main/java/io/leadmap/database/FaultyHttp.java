package io.leadmap.database;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets calls fail between the SDK and the wire. Every second call of those that a fault concerns
 * fails.
 */
public final class FaultyHttp implements SdkHttpClient {

    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems");

    private final SdkHttpClient real;
    private final Fault fault;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    /** What goes wrong. */
    public enum Fault {
        NONE,
        /** The table refuses for now. */
        THROTTLE,
        /** Another transaction is at the same item. */
        CONFLICT,
        /** The call takes effect, and its answer is lost. */
        LOST_ANSWER,
        /** Every single call is refused. */
        OUTAGE
    }

    public FaultyHttp(SdkHttpClient real, Fault fault) {
        this.real = real;
        this.fault = fault;
    }

    /** How many calls failed. */
    public int failed() {
        return failed.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = real.prepareRequest(request);
        String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        String action = target.substring(target.indexOf('.') + 1);
        if (!concerns(action) || (fault != Fault.OUTAGE && calls.incrementAndGet() % 2 == 0)) {
            return prepared;
        }
        failed.incrementAndGet();
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return fail(prepared, action);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private boolean concerns(String action) {
        return switch (fault) {
            case NONE -> false;
            case THROTTLE, OUTAGE -> true;
            case CONFLICT, LOST_ANSWER -> WRITES.contains(action);
        };
    }

    private HttpExecuteResponse fail(ExecutableHttpRequest prepared, String action)
            throws IOException {
        return switch (fault) {
            case NONE -> prepared.call();
            case THROTTLE, OUTAGE ->
                    error(
                            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\",\"message\":\"slow"
                                + " down\"}");
            case CONFLICT -> error(conflict(action));
            case LOST_ANSWER -> {
                try (AbortableInputStream answer =
                        prepared.call().responseBody().orElseThrow(IOException::new)) {
                    answer.readAllBytes();
                }
                throw new SocketException("connection reset before the answer");
            }
        };
    }

    private static String conflict(String action) {
        return action.equals("TransactWriteItems")
                ? "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
                      + "\"Message\":\"conflict\",\"CancellationReasons\":[{\"Code\":\"TransactionConflict\"}]}"
                : "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionConflictException\","
                        + "\"message\":\"conflict\"}";
    }

    private static HttpExecuteResponse error(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(
                        SdkHttpResponse.builder()
                                .statusCode(400)
                                .putHeader("Content-Type", "application/x-amz-json-1.0")
                                .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
                .build();
    }

    @Override
    public void close() {
        real.close();
    }
}
