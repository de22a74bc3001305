package io.leadmap.dynamodb;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.MailLedger;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The mail ledger in {@code MailTable}. */
final class DynamoMailLedger implements MailLedger {

    private final Tables tables;
    private final DataKeys dataKeys;

    DynamoMailLedger(Tables tables, DataKeys dataKeys) {
        this.tables = tables;
        this.dataKeys = dataKeys;
    }

    @Override
    public Optional<Posted> find(EmailId id) {
        List<Item> items = tables.mail().getAll(List.of(Keys.mail(id), Keys.mailText(id)));
        return read(id.practice(), id.lead(), items).stream().findFirst();
    }

    @Override
    public List<Posted> ofLead(PracticeId practice, LeadId lead) {
        return read(practice, lead, tables.mail().partition(Keys.lead(practice, lead)).toList());
    }

    /**
     * @param items in the order of their keys: a text follows its mail
     */
    private List<Posted> read(PracticeId practice, LeadId lead, List<Item> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        byte[] key = dataKeys.find(practice, lead).orElseThrow().plain();
        Map<String, Item> texts = new HashMap<>();
        items.stream().filter(DynamoMailLedger::isText).forEach(item -> texts.put(item.sk(), item));
        List<Posted> mails = new ArrayList<>();
        for (Item item : items) {
            if (!isText(item)) {
                mails.add(MailItem.read(item, texts.get(item.sk() + Keys.TEXT), key));
            }
        }
        return mails;
    }

    private static boolean isText(Item item) {
        return item.sk().endsWith(Keys.TEXT);
    }

    @Override
    public boolean claim(EmailId id, String token, Instant now) {
        Map<String, AttributeValue> values =
                Map.of(
                        ":queued", AttributeValue.fromS(MailState.QUEUED.name()),
                        ":claimed", AttributeValue.fromS(MailState.CLAIMED.name()),
                        ":claim", AttributeValue.fromS(token),
                        ":since", Item.seconds(now));
        return tables.mail()
                .change(
                        Keys.mail(id),
                        "SET #state = :claimed, #since = :since, #claim = :claim",
                        "#state = :queued OR (#state = :claimed AND #claim = :claim)",
                        Map.of(
                                "#state",
                                MailItem.STATE,
                                "#since",
                                MailItem.SINCE,
                                "#claim",
                                MailItem.TOKEN),
                        values)
                .isEmpty();
    }

    @Override
    public boolean settle(EmailId id, MailState from, MailState to, Instant now) {
        MailItem.Move move = MailItem.move(id, from, Standing.of(to), now);
        return moved(id, move);
    }

    @Override
    public boolean putBack(EmailId id, Waiting waiting, Instant now) {
        MailItem.Move move = MailItem.putBack(waiting, now);
        return moved(id, move);
    }

    @Override
    public boolean readdress(EmailId id, String to) {
        byte[] key = dataKeys.find(id.practice(), id.lead()).orElseThrow().plain();
        MailItem.Move move = MailItem.readdress(id, to, key);
        return moved(id, move);
    }

    @Override
    public boolean release(EmailId id, Instant now) {
        MailItem.Move move = MailItem.release(now);
        return moved(id, move);
    }

    /** The index may lag behind: what counts is the mail itself. */
    @Override
    public List<Posted> due(Instant now, int limit) {
        List<Posted> due = new ArrayList<>();
        for (int shard = 0; shard < Keys.SHARDS; shard++) {
            due.addAll(due(shard, now, limit));
        }
        return due.stream().sorted(Comparator.comparing(Posted::notBefore)).limit(limit).toList();
    }

    private List<Posted> due(int shard, Instant now, int limit) {
        Stream<Item> waiting =
                WorkIndex.MAILS.upTo(tables.mail(), Keys.waiting(MailItem.OPEN, shard), now);
        return whole(waiting.map(Item::key), mail -> MailItem.isDue(mail, now))
                .limit(limit)
                .toList();
    }

    @Override
    public Later later(Instant now, int limit, Predicate<PracticeId> wanted) {
        List<Item> next = new ArrayList<>();
        for (int shard = 0; shard < Keys.SHARDS; shard++) {
            String waiting = Keys.waiting(MailItem.OPEN, shard);
            WorkIndex.MAILS.after(tables.mail(), waiting, now).limit(limit + 1L).forEach(next::add);
        }
        Stream<Keys.Key> keys =
                next.stream()
                        .sorted(Comparator.comparing(entry -> entry.text(MailItem.NOT_BEFORE)))
                        .limit(limit)
                        .map(Item::key)
                        .filter(key -> wanted.test(Keys.practiceOf(key.pk())));
        return new Later(
                whole(keys, mail -> MailItem.isLater(mail, now)).toList(), next.size() > limit);
    }

    /** The mails that the index led to, as they stand themselves. */
    private Stream<Posted> whole(Stream<Keys.Key> keys, Predicate<Item> condition) {
        return keys.map(key ->
                        tables.mail()
                                .getAll(List.of(key, new Keys.Key(key.pk(), key.sk() + Keys.TEXT))))
                .filter(items -> !items.isEmpty())
                .filter(items -> condition.test(items.getFirst()))
                .flatMap(items -> {
                    String pk = items.getFirst().pk();
                    return read(Keys.practiceOf(pk), Keys.leadOf(pk), items).stream();
                });
    }

    /** False if the mail is not in the state that the move begins in. */
    private boolean moved(EmailId id, MailItem.Move move) {
        return tables.mail()
                .change(
                        Keys.mail(id),
                        move.expression(),
                        "#state = :from",
                        move.names(),
                        move.values())
                .isEmpty();
    }
}
