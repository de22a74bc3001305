package io.leadmap.application.publish;

import io.leadmap.application.Backoff;
import io.leadmap.application.EventBus;
import io.leadmap.application.EventBus.Event;
import io.leadmap.application.Histories;
import io.leadmap.application.Histories.Appended;
import io.leadmap.application.Histories.Chained;
import io.leadmap.application.Progress;
import io.leadmap.application.Progress.Consumer;
import io.leadmap.application.Progress.Whose;
import io.leadmap.application.Unavailable;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Publishes each entry of a history on the project's bus, in order, at least once. The bus is an
 * outside witness: every event carries the hash of its commit (architecture decision 2).
 */
public final class PublishHistory {

    private static final int MOST_AT_ONCE = 10;
    private static final int ATTEMPTS = 3;

    private final Histories histories;
    private final Progress progress;
    private final EventBus bus;
    private final Backoff backoff;

    public PublishHistory(Histories histories, Progress progress, EventBus bus, Backoff backoff) {
        this.histories = histories;
        this.progress = progress;
        this.bus = bus;
        this.backoff = backoff;
    }

    /**
     * What was published.
     *
     * @param entries how many
     * @param upTo the number of the last entry of the lead that is published now
     */
    public record Published(int entries, long upTo) {}

    /**
     * Publishes what was not published yet. {@link Unavailable} if the bus does not take it; what
     * it took is not published again unless that could not be noted.
     *
     * @param seq the entry up to which must be published; if that was done, nothing is read
     */
    public Published publish(PracticeId practice, LeadId lead, long seq) {
        long reached = progress.of(Consumer.PUBLISHER, practice, lead);
        int published = 0;
        if (reached >= seq) {
            return new Published(published, reached);
        }
        for (List<Chained> commits : together(histories.since(practice, lead, reached))) {
            List<Event> events =
                    commits.stream()
                            .flatMap(commit ->
                                    PublishedEntry.events(practice, lead, commit).stream())
                            .toList();
            for (int from = 0; from < events.size(); from += MOST_AT_ONCE) {
                publishAll(events.subList(from, Math.min(events.size(), from + MOST_AT_ONCE)));
            }
            published += events.size();
            reached = commits.getLast().commit().lastSeq();
            progress.reached(Consumer.PUBLISHER, practice, lead, reached);
        }
        return new Published(published, reached);
    }

    /**
     * Publishes what a stream tells of, of all leads together. A commit that does not follow what
     * is published of its lead is left, for the stream has forgotten the one before. {@link
     * Unavailable} if the bus does not take all; leads of whom it took all are noted.
     *
     * @return how far each lead is published now
     */
    public Map<Whose, Long> publish(List<Appended> told) {
        Map<Whose, List<Chained>> commits = new LinkedHashMap<>();
        for (Appended appended : told) {
            commits.computeIfAbsent(
                            new Whose(appended.practice(), appended.lead()),
                            first -> new ArrayList<>())
                    .add(appended.commit());
        }
        Map<Whose, Long> reached = new HashMap<>(progress.of(Consumer.PUBLISHER, commits.keySet()));
        List<Event> events = new ArrayList<>();
        Deque<End> ends = new ArrayDeque<>();
        commits.forEach((whose, all) -> {
            long before = reached.getOrDefault(whose, 0L);
            long after = before;
            for (Chained next : all) {
                if (next.commit().firstSeq() == after + 1) {
                    events.addAll(PublishedEntry.events(whose.practice(), whose.lead(), next));
                    after = next.commit().lastSeq();
                }
            }
            if (after > before) {
                ends.add(new End(whose, after, events.size()));
            }
        });
        for (int from = 0; from < events.size(); from += MOST_AT_ONCE) {
            int to = Math.min(events.size(), from + MOST_AT_ONCE);
            publishAll(events.subList(from, to));
            while (!ends.isEmpty() && ends.element().at() <= to) {
                End end = ends.remove();
                progress.reached(
                        Consumer.PUBLISHER, end.whose().practice(), end.whose().lead(), end.seq());
                reached.put(end.whose(), end.seq());
            }
        }
        return reached;
    }

    /** Where among the events a lead's end. */
    private record End(Whose whose, long seq, int at) {}

    /** Whole commits that fit into one call; one that is larger stands alone. */
    private static List<List<Chained>> together(List<Chained> commits) {
        List<List<Chained>> groups = new ArrayList<>();
        int room = 0;
        for (Chained chained : commits) {
            int entries = chained.commit().entries().size();
            if (entries > room) {
                groups.add(new ArrayList<>());
                room = MOST_AT_ONCE;
            }
            groups.getLast().add(chained);
            room -= entries;
        }
        return groups;
    }

    private void publishAll(List<Event> events) {
        List<Event> left = events;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<Event> refused = new ArrayList<>();
            for (int index : bus.publish(left)) {
                refused.add(left.get(index));
            }
            if (refused.isEmpty()) {
                return;
            }
            left = refused;
            backoff.pause(attempt);
        }
        throw new Unavailable("the bus does not take " + left.size() + " events", null);
    }
}
