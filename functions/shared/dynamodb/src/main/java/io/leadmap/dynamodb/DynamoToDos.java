package io.leadmap.dynamodb;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.ToDos;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/** To-dos in {@code PracticeTable}, by assignee. */
final class DynamoToDos implements ToDos {

    private final Tables tables;

    DynamoToDos(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void ask(PracticeId practice, ToDo toDo) {
        ToDoItem.Ask ask = ToDoItem.ask(toDo);
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
                .map(item -> ToDoItem.read(item, assignee))
                .sorted(Comparator.comparing(ToDo::at).thenComparing(ToDo::id))
                .limit(limit)
                .toList();
    }
}
