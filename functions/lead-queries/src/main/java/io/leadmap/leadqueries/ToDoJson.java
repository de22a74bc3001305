package io.leadmap.leadqueries;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.json.Json;
import io.micronaut.json.tree.JsonNode;

/** A to-do as the API shows it. */
final class ToDoJson {

    private ToDoJson() {}

    static JsonNode of(ToDo todo) {
        return Json.object()
                .put("id", todo.id())
                .putText("leadId", todo.lead())
                .put("assigneeId", todo.assignee())
                .put("text", todo.text())
                .putText("dueAt", todo.at())
                .put("state", "open")
                .node();
    }
}
