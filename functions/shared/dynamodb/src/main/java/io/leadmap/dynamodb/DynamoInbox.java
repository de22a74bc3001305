package io.leadmap.dynamodb;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Compression;
import io.leadmap.ports.Inbox;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The PMS inbox in {@code InboxTable}; raw bodies are compressed and sealed with the practice's
 * key.
 */
final class DynamoInbox implements Inbox {

    private static final String WHAT = "EVENT";

    private final Tables tables;
    private final PracticeKeys keys;

    DynamoInbox(Tables tables, PracticeKeys keys) {
        this.tables = tables;
        this.keys = keys;
    }

    @Override
    public Storing store(Received event) {
        Keys.Key key = Keys.inbox(event.key());
        byte[] body = Compression.of(event.body());
        if (body.length > LARGEST) {
            return Storing.TOO_LARGE;
        }
        PracticeId practice = event.key().practice();
        Item item =
                Item.with(key)
                        .bytes(
                                Projected.SEALED,
                                Seal.seal(keys.key(practice), key.identity(), body))
                        .instant("at", event.at())
                        .text(
                                WorkIndex.WAITING.partition(),
                                Keys.waiting(WHAT, Keys.shard(key.sk())))
                        .text(WorkIndex.WAITING.time(), Times.sortable(event.at()));
        return tables.inbox().putNew(item) ? Storing.KEPT : Storing.KNOWN;
    }

    @Override
    public Optional<Received> find(Key key) {
        Keys.Key stored = Keys.inbox(key);
        return tables.inbox()
                .get(stored)
                .map(item -> {
                    byte[] body =
                            Seal.open(
                                    keys.key(key.practice()),
                                    stored.identity(),
                                    item.bytes(Projected.SEALED));
                    return new Received(key, Compression.open(body), item.instant("at"));
                });
    }

    /** Doing it twice does no harm, so that a lost answer needs no care. */
    @Override
    public void done(Key key, Outcome outcome, Instant at) {
        Map<String, AttributeValue> values =
                Map.of(":outcome", AttributeValue.fromS(outcome.name()), ":at", Item.seconds(at));
        tables.inbox()
                .change(
                        Keys.inbox(key),
                        "SET #outcome = :outcome, #done = :at REMOVE #waiting, #waitingSince",
                        Table.PRESENT,
                        Map.of(
                                "#outcome",
                                "outcome",
                                "#done",
                                "done",
                                "#waiting",
                                WorkIndex.WAITING.partition(),
                                "#waitingSince",
                                WorkIndex.WAITING.time()),
                        values);
    }

    @Override
    public List<Key> waiting(Instant before, int limit) {
        return IntStream.range(0, Keys.SHARDS)
                .boxed()
                .flatMap(shard ->
                        WorkIndex.WAITING
                                .before(tables.inbox(), Keys.waiting(WHAT, shard), before)
                                .limit(limit))
                .sorted(Comparator.comparing((Item entry) -> entry.text(WorkIndex.WAITING.time())))
                .limit(limit)
                .map(entry -> Keys.inboxKey(entry.pk(), entry.sk()))
                .toList();
    }
}
