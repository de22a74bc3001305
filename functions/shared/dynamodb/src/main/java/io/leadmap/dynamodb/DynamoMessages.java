package io.leadmap.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.leadmap.domain.message.Message;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Messages;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Messages in {@code PracticeTable}: a copy for each person, under another prefix once it is read,
 * so that what waits is found without what was read.
 */
final class DynamoMessages implements Messages {

    private final Tables tables;
    private final MessageItem items;
    private final Backoff backoff;

    DynamoMessages(Tables tables, PracticeKeys practiceKeys, Backoff backoff) {
        this.tables = tables;
        items = new MessageItem(practiceKeys);
        this.backoff = backoff;
    }

    @Override
    public void send(PracticeId practice, Message message) {
        Table table = tables.practice();
        Transaction<String> copies = new Transaction<>();
        Stream.concat(Stream.of(message.author()), message.to().stream())
                .forEach(person ->
                        copies.put(
                                person,
                                table,
                                items.copy(practice, message, person),
                                Table.ABSENT));
        copies.run(table.client(), backoff); // refused, it is there already
    }

    @Override
    public List<Message> unread(PracticeId practice, String person, int limit) {
        return copies(practice, person, MessageItem.UNREAD, null, true, limit).toList();
    }

    @Override
    public List<Message> of(
            PracticeId practice, String person, @Nullable String before, int limit) {
        return Stream.of(MessageItem.UNREAD, MessageItem.SETTLED)
                .flatMap(prefix -> copies(practice, person, prefix, before, false, limit))
                .sorted(Comparator.comparing(Message::id).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<Message> copies(
            PracticeId practice,
            String person,
            String prefix,
            @Nullable String before,
            boolean oldestFirst,
            int limit) {
        // Ids are letters and digits: what ends a prefix stands behind none of them.
        String end = before == null ? MessageItem.end(prefix) : prefix + before;
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk", fromS(Keys.messages(practice, person)),
                                        ":from", fromS(prefix),
                                        ":to", fromS(end)))
                        .consistentRead(true)
                        .scanIndexForward(oldestFirst)
                        .limit(limit + 1); // the last one seen is read, too
        return tables.practice()
                .query(query)
                .filter(item -> !item.sk().equals(end))
                .limit(limit)
                .map(item -> items.read(practice, item));
    }

    @Override
    public Optional<Message> find(PracticeId practice, String person, String id) {
        if (!Keys.canBeId(id)) {
            return Optional.empty();
        }
        return tables
                .practice()
                .getAll(
                        List.of(
                                MessageItem.key(practice, person, MessageItem.UNREAD, id),
                                MessageItem.key(practice, person, MessageItem.SETTLED, id)))
                .stream()
                .map(item -> items.read(practice, item))
                .findFirst();
    }

    @Override
    public boolean read(PracticeId practice, Message unread, String recipient, Instant at) {
        Table table = tables.practice();
        Message read = unread.read(recipient, at);
        Transaction<String> reading =
                new Transaction<String>()
                        .delete(
                                "unread",
                                table,
                                MessageItem.key(
                                        practice, recipient, MessageItem.UNREAD, unread.id()),
                                Table.PRESENT,
                                Map.of(),
                                Map.of())
                        .put("read", table, items.copy(practice, read, recipient), Table.ABSENT);
        find(practice, unread.author(), unread.id())
                .ifPresent(authors -> {
                    Map<String, AttributeValue> before =
                            Map.of(":before", MessageItem.readers(authors));
                    Item after = items.copy(practice, authors.read(recipient, at), unread.author());
                    reading.put("author's", table, after, MessageItem.UNMOVED, before);
                });
        return reading.run(table.client(), backoff) instanceof Transaction.Outcome.Done<String>;
    }
}
