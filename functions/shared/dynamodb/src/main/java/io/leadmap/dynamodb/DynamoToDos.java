package io.leadmap.dynamodb;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.ToDos;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * To-dos in {@code PracticeTable}, by assignee. An id does not say on whose desk it lies: all desks
 * of a practice are looked at in one batch.
 */
final class DynamoToDos implements ToDos {

    private final Tables tables;
    private final ToDoItem items;
    private final Backoff backoff;

    DynamoToDos(Tables tables, PracticeKeys practiceKeys, Backoff backoff) {
        this.tables = tables;
        items = new ToDoItem(practiceKeys);
        this.backoff = backoff;
    }

    @Override
    public void ask(PracticeId practice, ToDo toDo) {
        ToDoItem.Ask ask = items.ask(practice, toDo);
        Table table = tables.practice();
        Table.asked(() ->
                table.client()
                        .updateItem(update ->
                                update.tableName(table.name())
                                        .key(ToDoItem.key(practice, toDo).attributes())
                                        .updateExpression(ask.expression())
                                        .expressionAttributeNames(ask.names())
                                        .expressionAttributeValues(ask.values())));
    }

    @Override
    public List<ToDo> open(PracticeId practice, @Nullable String assignee, int limit) {
        return tables.practice()
                .partition(Keys.toDos(practice, assignee))
                .map(item -> items.read(practice, item, assignee))
                .filter(ToDo::isOpen)
                .sorted(Comparator.comparing(ToDo::at).thenComparing(ToDo::id))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<ToDo> find(Practice practice, String id) {
        if (!Keys.canBeId(id)) {
            return Optional.empty();
        }
        Map<String, @Nullable String> desks = new HashMap<>();
        desks.put(Keys.toDos(practice.id(), null), null);
        practice.people()
                .forEach(person -> desks.put(Keys.toDos(practice.id(), person.id()), person.id()));
        List<Keys.Key> keys = desks.keySet().stream().map(desk -> new Keys.Key(desk, id)).toList();
        return tables.practice().getAll(keys).stream()
                .map(item -> items.read(practice.id(), item, desks.get(item.pk())))
                .max(Comparator.comparing(ToDo::isOpen).thenComparingLong(ToDo::version));
    }

    @Override
    public boolean change(PracticeId practice, ToDo before, ToDo after, Instant now) {
        if (!before.isOpen() && !after.isOpen()) {
            return false;
        }
        Table table = tables.practice();
        Item item = items.of(practice, after, now);
        String unmoved = ToDoItem.unmoved(before);
        Map<String, AttributeValue> was = ToDoItem.was(before);
        if (Objects.equals(before.assignee(), after.assignee())) {
            return table.putNew(item, unmoved, was);
        }
        Item given = items.given(practice, before, after, now);
        return new Transaction<String>()
                        .put("given", table, given, unmoved, was)
                        .put("taken", table, item, null, Map.of())
                        .run(table.client(), backoff)
                instanceof Transaction.Outcome.Done<String>;
    }
}
