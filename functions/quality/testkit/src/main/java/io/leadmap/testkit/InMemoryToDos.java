package io.leadmap.testkit;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.ToDos;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** To-dos in memory. */
final class InMemoryToDos implements ToDos {

    private final Shelf shelf;

    InMemoryToDos(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void ask(PracticeId practice, ToDo toDo) {
        synchronized (shelf) {
            shelf.ask(practice, toDo);
        }
    }

    @Override
    public List<ToDo> open(PracticeId practice, @Nullable String assignee, int limit) {
        synchronized (shelf) {
            return shelf.toDos.entrySet().stream()
                    .filter(asked -> asked.getKey().practice().equals(practice))
                    .map(asked -> asked.getValue())
                    .filter(ToDo::isOpen)
                    .filter(toDo -> Objects.equals(toDo.assignee(), assignee))
                    .sorted(Comparator.comparing(ToDo::at).thenComparing(ToDo::id))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Optional<ToDo> find(Practice practice, String id) {
        synchronized (shelf) {
            return Stream.concat(
                            Stream.of(new ToDo.Asked(id, null)),
                            practice.people().stream()
                                    .map(person -> new ToDo.Asked(id, person.id())))
                    .flatMap(asked ->
                            Optional.ofNullable(
                                    shelf.toDos.get(new Shelf.Scoped<>(practice.id(), asked)))
                                    .stream())
                    .max(Comparator.comparing(ToDo::isOpen).thenComparingLong(ToDo::version));
        }
    }

    @Override
    public boolean change(PracticeId practice, ToDo before, ToDo after, Instant now) {
        synchronized (shelf) {
            Shelf.Scoped<ToDo.Asked> from = new Shelf.Scoped<>(practice, Shelf.asked(before));
            Shelf.Scoped<ToDo.Asked> to = new Shelf.Scoped<>(practice, Shelf.asked(after));
            if ((!before.isOpen() && !after.isOpen()) || !before.equals(shelf.toDos.get(from))) {
                return false;
            }
            shelf.given.remove(to);
            if (!from.equals(to)) {
                shelf.toDos.put(from, before.closed(ToDo.State.WITHDRAWN));
                shelf.given.put(from, to.key());
            }
            shelf.toDos.put(to, after);
            return true;
        }
    }
}
