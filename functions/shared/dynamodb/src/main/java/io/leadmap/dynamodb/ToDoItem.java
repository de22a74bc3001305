package io.leadmap.dynamodb;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A to-do. Asking again for the same one changes nothing, not even its time. */
final class ToDoItem {

    private ToDoItem() {}

    static <R> void ask(
            Transaction<R> transaction, R name, Table table, PracticeId practice, ToDo toDo) {
        Ask ask = ask(toDo);
        transaction.update(
                name,
                table,
                key(practice, toDo),
                ask.expression(),
                null,
                ask.names(),
                ask.values());
    }

    static <R> void end(
            Transaction<R> transaction, R name, Table table, PracticeId practice, ToDo.Asked end) {
        transaction.delete(
                name, table, new Keys.Key(Keys.toDos(practice, end.assignee()), end.id()));
    }

    static Keys.Key key(PracticeId practice, ToDo toDo) {
        return new Keys.Key(Keys.toDos(practice, toDo.assignee()), toDo.id());
    }

    record Ask(String expression, Map<String, String> names, Map<String, AttributeValue> values) {}

    static Ask ask(ToDo toDo) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("lead", AttributeValue.fromS(toDo.lead().value()));
        attributes.put("text", AttributeValue.fromS(toDo.text()));
        attributes.put("at", Item.seconds(toDo.at()));
        String expression =
                attributes.keySet().stream()
                        .map(name -> "#" + name + " = if_not_exists(#" + name + ", :" + name + ")")
                        .collect(Collectors.joining(", ", "SET ", ""));
        return new Ask(
                expression,
                attributes.keySet().stream()
                        .collect(Collectors.toMap(name -> "#" + name, name -> name)),
                attributes.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> ":" + entry.getKey(), Map.Entry::getValue)));
    }

    static ToDo read(Item item, @Nullable String assignee) {
        return new ToDo(
                item.sk(),
                new LeadId(item.text("lead")),
                assignee,
                item.text("text"),
                item.instant("at"));
    }
}
