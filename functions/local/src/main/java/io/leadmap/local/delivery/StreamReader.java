package io.leadmap.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.data.DataFolder;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one table's stream for one consumer, shard by shard, parents before their children. Its
 * position is kept in the data folder and moves only by {@link #advance}.
 */
final class StreamReader {
    private static final int PAGE = 1000;

    /** A page ends at 1 MB; one of less than this ended because there was no more. */
    private static final long NEARLY_A_PAGE = 512 * 1024;

    private final String id;
    private final String table;
    private final DynamoDbStreamsClient streams;
    private final DataFolder data;
    private final Map<String, String> positions = new HashMap<>();
    private final Map<String, String> iterators = new HashMap<>();
    private final Set<String> finished = new HashSet<>();
    private @Nullable String streamArn;
    private List<Shard> shards = List.of();
    private boolean atEnd;

    /** Records of one shard, in its order. */
    record Read(String shard, List<Record> records) {}

    /**
     * @param id names the position in the data folder
     * @param table the table's name
     */
    StreamReader(String id, String table, DynamoDbStreamsClient streams, DataFolder data) {
        this.id = id;
        this.table = table;
        this.streams = streams;
        this.data = data;
        data.read(document())
                .ifPresent(kept ->
                        kept.properties()
                                .forEach(entry ->
                                        positions.put(entry.getKey(), entry.getValue().asText())));
        describe();
    }

    /** The next page of every shard that has any. */
    List<Read> next() {
        describe();
        atEnd = true;
        List<Read> pages = new ArrayList<>();
        for (Shard shard : shards) {
            String shardId = shard.shardId();
            if (finished.contains(shardId) || waitsForParent(shard)) {
                continue;
            }
            List<Record> records = read(shardId);
            if (!records.isEmpty()) {
                pages.add(new Read(shardId, records));
            }
        }
        return pages;
    }

    /** Whether what was read last was all there was. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** Everything up to this record is done with. */
    void advance(String shard, String sequenceNumber) {
        positions.put(shard, sequenceNumber);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        positions.forEach(document::put);
        data.write(document(), (JsonNode) document);
    }

    private List<Record> read(String shard) {
        List<Record> records = new ArrayList<>();
        String iterator = iterator(shard);
        try {
            GetRecordsResponse page =
                    streams.getRecords(r -> r.shardIterator(iterator).limit(PAGE));
            records.addAll(page.records());
            if (page.nextShardIterator() == null) {
                finished.add(shard);
                atEnd = false;
            } else {
                iterators.put(shard, page.nextShardIterator());
                atEnd &= isShort(records);
            }
        } catch (ExpiredIteratorException e) {
            iterators.remove(shard);
            atEnd = false;
        } catch (TrimmedDataAccessException e) {
            // What the stream forgot is the catch-up schedules' business.
            atEnd = false;
            iterators.put(shard, iterator(shard, ShardIteratorType.TRIM_HORIZON, null));
        }
        return records;
    }

    private static boolean isShort(List<Record> page) {
        long bytes = page.stream().mapToLong(record -> record.dynamodb().sizeBytes()).sum();
        return page.size() < PAGE && bytes < NEARLY_A_PAGE;
    }

    private boolean waitsForParent(Shard shard) {
        String parent = shard.parentShardId();
        return parent != null
                && shards.stream().anyMatch(other -> other.shardId().equals(parent))
                && !finished.contains(parent);
    }

    private String iterator(String shard) {
        String known = iterators.get(shard);
        if (known != null) {
            return known;
        }
        String position = positions.get(shard);
        String fresh =
                position != null
                        ? iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, position)
                        : iterator(shard, ShardIteratorType.TRIM_HORIZON, null);
        iterators.put(shard, fresh);
        return fresh;
    }

    private String iterator(String shard, ShardIteratorType type, @Nullable String after) {
        try {
            return streams.getShardIterator(r ->
                            r.streamArn(streamArn)
                                    .shardId(shard)
                                    .shardIteratorType(type)
                                    .sequenceNumber(after))
                    .shardIterator();
        } catch (TrimmedDataAccessException e) {
            return iterator(shard, ShardIteratorType.TRIM_HORIZON, null);
        }
    }

    /** Shards split rarely; they are looked for when nothing is open any more. */
    private void describe() {
        boolean anyOpen = shards.stream().anyMatch(shard -> !finished.contains(shard.shardId()));
        if (anyOpen) {
            return;
        }
        if (streamArn == null) {
            streamArn =
                    streams.listStreams(r -> r.tableName(table)).streams().stream()
                            .map(stream -> stream.streamArn())
                            .reduce((first, second) -> second)
                            .orElseThrow(() -> new IllegalStateException(table + " has no stream"));
        }
        List<Shard> all = new ArrayList<>();
        String last = null;
        do {
            String from = last;
            StreamDescription page =
                    streams.describeStream(r -> r.streamArn(streamArn).exclusiveStartShardId(from))
                            .streamDescription();
            all.addAll(page.shards());
            last = page.lastEvaluatedShardId();
        } while (last != null);
        shards = List.copyOf(all);
    }

    private String document() {
        return "streams/" + id;
    }
}
