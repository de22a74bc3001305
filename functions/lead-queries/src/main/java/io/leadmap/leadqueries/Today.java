package io.leadmap.leadqueries;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.message.Message;
import io.leadmap.domain.practice.Person;
import io.leadmap.ports.AwaitedLeads.Waiting;
import io.leadmap.ports.LeadSheet.Row;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What waits for people of a practice at a moment.
 *
 * @param groups in the order in which they are worked off
 * @param people how much waits for each; empty unless everybody was asked for
 */
record Today(List<Group> groups, List<Load> people) {

    Today {
        groups = List.copyOf(groups);
        people = List.copyOf(people);
    }

    /** What kind of work it is. */
    enum Kind {
        /** Nobody has called yet. */
        NEW,
        /** Called, and not reached. */
        TRY_AGAIN,
        /** To-dos of today and before. */
        DUE,
        TO_REBOOK,
        TRANSFERS,
        /** What people of the practice wrote to the one who asks. */
        MESSAGES,
        /** Suspected doubles and spam. */
        TO_CHECK
    }

    /**
     * @param items those who wait longest, as many as one page shows
     * @param count of all that were found
     * @param orMore tells whether not all were counted
     * @param overdue how many of those counted are late
     */
    record Group(Kind kind, List<Item> items, int count, boolean orMore, int overdue) {
        Group {
            items = List.copyOf(items);
        }
    }

    /** One thing to do. */
    sealed interface Item {

        /** Since when it waits. */
        Instant since();

        /** When it should be done, null if nothing says so. */
        @Nullable Instant dueAt();
    }

    /**
     * @param sweptAt when the dead-lead sweep gives the lead up, null if it is not about to
     */
    record LeadItem(Waiting waiting, @Nullable Instant dueAt, @Nullable Instant sweptAt)
            implements Item {
        @Override
        public Instant since() {
            return waiting.since();
        }
    }

    /**
     * @param lead what it is about, null for no lead or one that is not there any more
     */
    record ToDoItem(ToDo todo, @Nullable Row lead) implements Item {
        @Override
        public Instant since() {
            return todo.at();
        }

        @Override
        public Instant dueAt() {
            return todo.at();
        }
    }

    /**
     * @param lead what it is about, null for no lead or one that is not there any more
     */
    record MessageItem(Message message, @Nullable Row lead) implements Item {
        @Override
        public Instant since() {
            return message.at();
        }

        @Override
        public @Nullable Instant dueAt() {
            return null;
        }
    }

    /** How much waits for one person. */
    record Load(Person person, int waiting, int overdue) {}
}
