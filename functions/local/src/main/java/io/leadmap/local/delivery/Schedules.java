package io.leadmap.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.data.DataFolder;
import io.leadmap.local.stack.EventEnvelope;
import io.leadmap.template.Schedule;
import io.leadmap.template.Stack;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schedules by the runner's clock. When a schedule ran last is kept in the data folder; what
 * became due while nothing ran is made up for once.
 */
public final class Schedules {
    private static final String DOCUMENT = "schedules";

    private final List<Schedule> schedules;
    private final DataFolder data;
    private final AsynchronousEvents events;
    private final InstantSource clock;
    private final Stack stack;
    private final Map<String, Instant> due = new LinkedHashMap<>();

    /** A schedule never seen before counts from now. */
    public Schedules(
            List<Schedule> schedules,
            DataFolder data,
            AsynchronousEvents events,
            InstantSource clock,
            Stack stack) {
        this.schedules = List.copyOf(schedules);
        this.data = data;
        this.events = events;
        this.clock = clock;
        this.stack = stack;
        JsonNode last = data.read(DOCUMENT).orElse(JsonNodeFactory.instance.objectNode());
        Instant now = clock.instant();
        for (Schedule schedule : schedules) {
            Instant from =
                    last.has(schedule.id()) ? Instant.parse(last.get(schedule.id()).asText()) : now;
            due.put(schedule.id(), latest(schedule, schedule.expression().after(from), now));
            remember(schedule.id(), from);
        }
    }

    /** Of several missed times the latest. */
    private static Instant latest(Schedule schedule, Instant first, Instant now) {
        Instant latest = first;
        for (Instant next = first; !next.isAfter(now); next = schedule.expression().after(next)) {
            latest = next;
        }
        return latest;
    }

    /** When the next one is due; none without schedules. */
    public synchronized Optional<Instant> nextDue() {
        return due.values().stream().min(Comparator.naturalOrder());
    }

    /** Sets off what is due by now, in order of its time; whether there was anything. */
    synchronized boolean fireDue() {
        Instant now = clock.instant();
        List<Schedule> ready =
                schedules.stream()
                        .filter(schedule -> !dueTime(schedule).isAfter(now))
                        .sorted(Comparator.comparing(this::dueTime))
                        .toList();
        for (Schedule schedule : ready) {
            Instant at = dueTime(schedule);
            events.accept(
                    schedule.function(),
                    schedule.id(),
                    schedule.input().orElseGet(() -> event(schedule, at)));
            due.put(schedule.id(), schedule.expression().after(at));
            remember(schedule.id(), at);
        }
        return !ready.isEmpty();
    }

    /**
     * Forgets every time from now up to a later one, or every one but the latest of each schedule:
     * the clock is about to be moved there.
     */
    synchronized void pass(Instant target, boolean butTheLatest) {
        for (Schedule schedule : schedules) {
            Instant first = dueTime(schedule);
            if (!first.isAfter(target)) {
                Instant last = latest(schedule, first, target);
                due.put(schedule.id(), butTheLatest ? last : schedule.expression().after(last));
            }
        }
    }

    private Instant dueTime(Schedule schedule) {
        return due.getOrDefault(schedule.id(), Instant.MAX);
    }

    private void remember(String id, Instant at) {
        ObjectNode last =
                data.read(DOCUMENT)
                        .map(document -> (ObjectNode) document.deepCopy())
                        .orElse(JsonNodeFactory.instance.objectNode());
        data.write(DOCUMENT, last.put(id, at.toString()));
    }

    private String event(Schedule schedule, Instant at) {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        return new EventEnvelope("aws.events", "Scheduled Event", at, List.of(schedule.ruleArn()))
                .around(nothing, stack)
                .toString();
    }
}
