package io.leadmap.testkit;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.ToDos;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** To-dos in memory. */
final class InMemoryToDos implements ToDos {

    private final Shelf shelf;

    InMemoryToDos(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void ask(PracticeId practice, ToDo toDo) {
        synchronized (shelf) {
            shelf.toDos.putIfAbsent(new Shelf.Scoped<>(practice, toDo.id()), toDo);
        }
    }

    @Override
    public List<ToDo> open(PracticeId practice, @Nullable String assignee, int limit) {
        synchronized (shelf) {
            return shelf.toDos.entrySet().stream()
                    .filter(asked -> asked.getKey().practice().equals(practice))
                    .map(asked -> asked.getValue())
                    .filter(toDo -> Objects.equals(toDo.assignee(), assignee))
                    .sorted(Comparator.comparing(ToDo::at).thenComparing(ToDo::id))
                    .limit(limit)
                    .toList();
        }
    }
}
