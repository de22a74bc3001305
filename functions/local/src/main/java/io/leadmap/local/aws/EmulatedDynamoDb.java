package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.aws.Dialect.JsonDialect;
import io.leadmap.local.aws.Reply.ServiceError;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** DynamoDB: DynamoDB Local with what it lacks, permissions and conflicts. */
final class EmulatedDynamoDb implements EmulatedService {
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

    private final Map<String, Long> changes = new ConcurrentHashMap<>();
    private final DynamoDbEngine engine;
    private final DynamoDbNeeds needs;

    EmulatedDynamoDb(DynamoDbEngine engine, EmulatedTables tables) {
        this.engine = engine;
        this.needs = new DynamoDbNeeds(tables);
    }

    /** Counts calls that may have changed a table; raised after each of them. */
    long changes(String table) {
        return changes.getOrDefault(table, 0L);
    }

    @Override
    public String name() {
        return "dynamodb";
    }

    @Override
    public Dialect dialect() {
        return new JsonDialect("1.0", List.of("DynamoDB_20120810"), JsonDialect.CODES);
    }

    @Override
    public Set<String> actions() {
        return engine.calls();
    }

    @Override
    public List<Need> needs(AwsCall call) {
        return needs.of(call);
    }

    @Override
    public Reply perform(AwsCall call) {
        Reply reply = engine.perform(call);
        if (WRITES.contains(call.action())) {
            needs.tables(call.input()).forEach(table -> changes.merge(table, 1L, Long::sum));
        }
        return reply;
    }

    @Override
    public Reply fault(FaultKind kind, AwsCall call) {
        return switch (kind) {
            case THROTTLE ->
                    Reply.failed(
                            400,
                            "ProvisionedThroughputExceededException",
                            "The level of configured provisioned throughput for the table was"
                                    + " exceeded. Consider increasing your provisioning level.");
            case REFUSE ->
                    Reply.failed(
                            400,
                            "AccessDeniedException",
                            "The request was refused, as POST /_local/faults asked for.");
            case ERROR -> Reply.failed(500, "InternalServerError", "Internal server error");
            case CONFLICT -> conflict(call);
            case LOST_ANSWER, NOT_VERIFIED ->
                    throw new IllegalArgumentException("dynamodb does not say " + kind);
        };
    }

    private static Reply conflict(AwsCall call) {
        if (!call.action().equals("TransactWriteItems")) {
            return Reply.failed(
                    400, "TransactionConflictException", "Transaction is ongoing for the item");
        }
        ObjectNode more = AwsJson.object();
        ArrayNode reasons = more.putArray("CancellationReasons");
        int items = call.input().path("TransactItems").size();
        for (int i = 0; i < items; i++) {
            ObjectNode reason = reasons.addObject();
            reason.put("Code", i == 0 ? "TransactionConflict" : "None");
            if (i == 0) {
                reason.put("Message", "Transaction is ongoing for the item");
            }
        }
        List<String> codes = new ArrayList<>(Collections.nCopies(items, "None"));
        if (!codes.isEmpty()) {
            codes.set(0, "TransactionConflict");
        }
        return new Reply.Failed(
                new ServiceError(
                        400,
                        "TransactionCanceledException",
                        "Transaction cancelled, please refer cancellation reasons for specific"
                                + " reasons ["
                                + String.join(", ", codes)
                                + "]",
                        more));
    }
}
