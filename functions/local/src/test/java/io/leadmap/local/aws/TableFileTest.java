package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Calls on the one thread that may use the database. */
class TableFileTest {

    private static final int WRITES = 200;

    @Test
    void a_call_is_made_while_no_other_is_made() throws IOException {
        TableFile file = TableFile.open(null);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Void>> calls =
                IntStream.range(0, 50)
                        .mapToObj(i ->
                                CompletableFuture.runAsync(() ->
                                        file.alone(() -> {
                                            most.accumulateAndGet(
                                                    inside.incrementAndGet(), Math::max);
                                            Thread.yield();
                                            return inside.decrementAndGet();
                                        })))
                        .toList();
        calls.forEach(CompletableFuture::join);
        assertThat(most).hasValue(1);
        file.close();
    }

    @Test
    void what_a_call_throws_is_thrown() throws IOException {
        TableFile file = TableFile.open(null);
        RuntimeException refused = new IllegalStateException("refused");
        assertThatThrownBy(() ->
                        file.alone(() -> {
                            throw refused;
                        }))
                .isSameAs(refused);
        file.close();
    }

    @Test
    @Timeout(10)
    void a_call_of_a_closed_database_does_not_hang() throws IOException {
        TableFile file = TableFile.open(null);
        file.close();
        assertThatThrownBy(() -> file.alone(() -> 1)).isInstanceOf(CancellationException.class);
    }

    @Test
    @Timeout(60)
    void what_dynamodb_local_does_by_itself_and_calls_do_not_wait_for_each_other()
            throws IOException {
        TableFile file = TableFile.open(null);
        LocalDBClient client =
                new LocalDBClient(file, new JobsRegister(Executors.newCachedThreadPool(), false));
        DynamoDbClient db = client.dynamoDbClient();
        file.alone(() -> db.createTable(TableFileTest::withAStream));
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> byItself =
                CompletableFuture.runAsync(() -> {
                    while (!ended.get()) {
                        file.getGSIsByStatusFromAllTables(IndexStatus.CREATING, true);
                        file.fetchAllTablesWithTimeToLiveEnabled();
                        file.listTables(null, 100L);
                        file.findAndRolloverActiveShards("leads", 0);
                    }
                });
        for (int i = 0; i < WRITES; i++) {
            Put put = Put.builder().tableName("leads").item(item("lead " + i, "head")).build();
            file.alone(() -> db.transactWriteItems(r -> r.transactItems(t -> t.put(put))));
        }
        ended.set(true);
        byItself.join();
        assertThat(file.alone(() -> records(client.dynamoDbStreamsClient()))).isEqualTo(WRITES);
        client.shutdown();
    }

    private static void withAStream(CreateTableRequest.Builder table) {
        table.tableName("leads")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        a -> a.attributeName("pk").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("sk").attributeType(ScalarAttributeType.S))
                .keySchema(
                        k -> k.attributeName("pk").keyType(KeyType.HASH),
                        k -> k.attributeName("sk").keyType(KeyType.RANGE))
                .streamSpecification(
                        s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE));
    }

    private static int records(DynamoDbStreamsClient streams) {
        String stream =
                streams.listStreams(r -> r.tableName("leads")).streams().getFirst().streamArn();
        int records = 0;
        @Nullable String last = null;
        do {
            String after = last;
            StreamDescription page =
                    streams.describeStream(r -> r.streamArn(stream).exclusiveStartShardId(after))
                            .streamDescription();
            for (Shard shard : page.shards()) {
                String from =
                        streams.getShardIterator(r ->
                                        r.streamArn(stream)
                                                .shardId(shard.shardId())
                                                .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                                .shardIterator();
                records += streams.getRecords(r -> r.shardIterator(from)).records().size();
            }
            last = page.lastEvaluatedShardId();
        } while (last != null);
        return records;
    }
}
