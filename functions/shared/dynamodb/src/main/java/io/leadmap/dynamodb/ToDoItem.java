package io.leadmap.dynamodb;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.decide.ToDo.State;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.ToDos;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A to-do. Asking again for the same one changes nothing, not even its time; so one that was
 * closed, or given to somebody else, stays where it was asked for some time. The first version
 * bears no number.
 */
final class ToDoItem {

    private static final String REVISION = "revision";
    private static final String CLOSED = "closed";

    /** The person to whom it was given; empty for anybody. */
    private static final String GIVEN = "given";

    private final PracticeKeys keys;

    ToDoItem(PracticeKeys keys) {
        this.keys = keys;
    }

    <R> void ask(Transaction<R> transaction, R name, Table table, PracticeId practice, ToDo toDo) {
        Ask ask = ask(practice, toDo);
        transaction.update(
                name,
                table,
                key(practice, toDo),
                ask.expression(),
                null,
                ask.names(),
                ask.values());
    }

    /** Ends a to-do wherever people gave it. */
    static <R> void end(
            Transaction<R> transaction, R name, Table table, PracticeId practice, ToDo.Asked end) {
        transaction.delete(name, table, whereabouts(table, practice, end));
    }

    private static Keys.Key whereabouts(Table table, PracticeId practice, ToDo.Asked asked) {
        Keys.Key key = key(practice, asked.assignee(), asked.id());
        Set<Keys.Key> seen = new HashSet<>();
        while (seen.add(key)) {
            String given = table.get(key).map(item -> item.textOrNull(GIVEN)).orElse(null);
            if (given == null) {
                return key;
            }
            key = key(practice, given.isEmpty() ? null : given, asked.id());
        }
        return key;
    }

    static Keys.Key key(PracticeId practice, ToDo toDo) {
        return key(practice, toDo.assignee(), toDo.id());
    }

    static Keys.Key key(PracticeId practice, @Nullable String assignee, String id) {
        return new Keys.Key(Keys.toDos(practice, assignee), id);
    }

    record Ask(String expression, Map<String, String> names, Map<String, AttributeValue> values) {}

    Ask ask(PracticeId practice, ToDo toDo) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        describe(Item.of(attributes), practice, toDo);
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

    /** People write what they like: the text is sealed. */
    private Item describe(Item item, PracticeId practice, ToDo toDo) {
        byte[] plain = toDo.text().getBytes(StandardCharsets.UTF_8);
        String identity = key(practice, toDo).identity();
        return item.text("lead", toDo.lead() == null ? null : toDo.lead().value())
                .bytes(Projected.SEALED, Seal.seal(keys.key(practice), identity, plain))
                .instant("at", toDo.at())
                .text("author", toDo.author());
    }

    /** The item of a later version. */
    Item of(PracticeId practice, ToDo toDo, Instant now) {
        Item item =
                describe(Item.with(key(practice, toDo)), practice, toDo)
                        .number(REVISION, toDo.version());
        return toDo.isOpen() ? item : closed(item, toDo.state(), now);
    }

    /** What stays on the desk of a person who gave it to somebody else. */
    Item given(PracticeId practice, ToDo before, ToDo after, Instant now) {
        String to = after.assignee();
        Item item = of(practice, before.closed(State.WITHDRAWN), now);
        return item.text(GIVEN, to == null ? "" : to);
    }

    private static Item closed(Item item, State as, Instant now) {
        return item.text(CLOSED, as.name())
                .number("ttl", now.plus(ToDos.REMEMBERED).getEpochSecond());
    }

    /** Holds while the to-do is as it was. */
    static String unmoved(ToDo before) {
        return Table.PRESENT
                + " AND "
                + (before.isOpen() ? "attribute_not_exists(" + CLOSED + ")" : CLOSED + " = :closed")
                + " AND "
                + (before.version() == 1
                        ? "attribute_not_exists(" + REVISION + ")"
                        : REVISION + " = :revision");
    }

    /** What {@link #unmoved} compares with. */
    static Map<String, AttributeValue> was(ToDo before) {
        Map<String, AttributeValue> was = new HashMap<>();
        if (!before.isOpen()) {
            was.put(":closed", AttributeValue.fromS(before.state().name()));
        }
        if (before.version() > 1) {
            was.put(":revision", AttributeValue.fromN(Long.toString(before.version())));
        }
        return was;
    }

    ToDo read(PracticeId practice, Item item, @Nullable String assignee) {
        String lead = item.textOrNull("lead");
        String closed = item.textOrNull(CLOSED);
        return new ToDo(
                item.sk(),
                lead == null ? null : new LeadId(lead),
                assignee,
                text(practice, item),
                item.instant("at"),
                item.textOrNull("author"),
                item.has(REVISION) ? item.number(REVISION) : 1,
                closed == null ? State.OPEN : State.valueOf(closed));
    }

    private String text(PracticeId practice, Item item) {
        byte[] sealed = item.bytes(Projected.SEALED);
        byte[] plain = Seal.open(keys.key(practice), item.key().identity(), sealed);
        return new String(plain, StandardCharsets.UTF_8);
    }
}
