package io.leadmap.ports;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people are asked to do. To-dos that a decision asks for are written by {@link Leads#append}.
 */
public interface ToDos {

    /**
     * How long it is remembered at least that one is not open any more, so that it does not come
     * back when the same is asked again. Nothing but tidying up depends on when it is forgotten.
     */
    Duration REMEMBERED = Duration.ofDays(14);

    /** Asks for something that no lead's decision asked for; the same id again changes nothing. */
    void ask(PracticeId practice, ToDo toDo);

    /**
     * The open to-dos of one person, oldest first.
     *
     * @param assignee a person's id; null for those that anybody may do
     * @param limit how many at most
     */
    List<ToDo> open(PracticeId practice, @Nullable String assignee, int limit);

    /**
     * A to-do on the desk of any person of the practice, or on nobody's. One that was closed is
     * found while it is remembered, unless an open one has its id, too.
     */
    Optional<ToDo> find(Practice practice, String id);

    /**
     * Stores an open to-do as what it became, or a closed one as open again. Another assignee gets
     * it on their desk; asked of the first again, it does not come back to them.
     *
     * @return false if it is not any more what it was
     */
    boolean change(PracticeId practice, ToDo before, ToDo after, Instant now);
}
