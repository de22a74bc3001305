package io.leadmap.ports;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What people are asked to do. To-dos that a decision asks for are written by {@link Leads#append}.
 */
public interface ToDos {

    /** Asks for something that no lead's decision asked for; the same id again changes nothing. */
    void ask(PracticeId practice, ToDo toDo);

    /**
     * The open to-dos of one person, oldest first.
     *
     * @param assignee a person's id; null for those that anybody may do
     * @param limit how many at most
     */
    List<ToDo> open(PracticeId practice, @Nullable String assignee, int limit);
}
