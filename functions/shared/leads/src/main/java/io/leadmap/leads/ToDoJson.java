package io.leadmap.leads;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.json.Json;
import io.leadmap.json.Names;
import io.micronaut.json.tree.JsonNode;

/** A to-do as the API shows it. */
public final class ToDoJson {

    private ToDoJson() {}

    public static JsonNode of(ToDo todo) {
        return Json.object()
                .put("id", todo.id())
                .put("version", todo.version())
                .putText("leadId", todo.lead())
                .put("assigneeId", todo.assignee())
                .put("authorId", todo.author())
                .put("text", todo.text())
                .putText("dueAt", todo.at())
                .put("state", Names.camel(todo.state()))
                .node();
    }
}
