package io.leadmap.eventpublisher;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.EventBus;
import io.leadmap.ports.EventBus.Event;
import io.leadmap.ports.Histories;
import io.leadmap.ports.Histories.Appended;
import io.leadmap.ports.Progress;
import io.leadmap.ports.Progress.Consumer;
import io.leadmap.ports.Progress.Whose;
import io.leadmap.ports.Unavailable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Publishes each entry of a history on the project's bus, in order, at least once. The bus is an
 * outside witness: every event carries the hash of its commit (architecture decision 2).
 */
final class PublishHistory {

    private static final int MOST_AT_ONCE = 10;
    private static final int ATTEMPTS = 3;

    private final Histories histories;
    private final Progress progress;
    private final EventBus bus;
    private final Backoff backoff;

    PublishHistory(Histories histories, Progress progress, EventBus bus, Backoff backoff) {
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
    record Published(int entries, long upTo) {}

    /**
     * Publishes what was not published yet. {@link Unavailable} if the bus does not take it; what
     * it took is not published again unless that could not be noted.
     *
     * @param seq the entry up to which must be published; if that was done, nothing is read
     */
    Published publish(PracticeId practice, LeadId lead, long seq) {
        Whose whose = new Whose(practice, lead);
        long reached = progress.of(Consumer.PUBLISHER, practice, lead);
        if (reached >= seq) {
            return new Published(0, reached);
        }
        List<Appended> left =
                histories.since(practice, lead, reached).stream()
                        .map(commit -> new Appended(practice, lead, commit))
                        .toList();
        long upTo = publish(left, Map.of(whose, reached)).getOrDefault(whose, reached);
        return new Published((int) (upTo - reached), upTo);
    }

    /**
     * Publishes what a stream tells of, of all leads together. A commit that does not follow what
     * is published of its lead is left, for the stream has forgotten the one before. {@link
     * Unavailable} if the bus does not take all; what it took is noted.
     *
     * @return how far each lead is published now
     */
    Map<Whose, Long> publish(List<Appended> told) {
        Set<Whose> leads = told.stream().map(PublishHistory::whose).collect(toSet());
        return publish(told, progress.of(Consumer.PUBLISHER, leads));
    }

    private Map<Whose, Long> publish(List<Appended> told, Map<Whose, Long> before) {
        Map<Whose, Long> reached = new HashMap<>(before);
        List<Event> events = new ArrayList<>();
        Deque<End> ends = new ArrayDeque<>();
        for (Appended appended : byLead(told)) {
            Whose whose = whose(appended);
            Commit commit = appended.commit().commit();
            if (commit.firstSeq() == reached.getOrDefault(whose, 0L) + 1) {
                events.addAll(PublishedEntry.events(appended));
                reached.put(whose, commit.lastSeq());
                ends.add(new End(whose, commit.lastSeq(), events.size()));
            }
        }
        for (int from = 0; from < events.size(); from += MOST_AT_ONCE) {
            int to = Math.min(events.size(), from + MOST_AT_ONCE);
            publishAll(events.subList(from, to));
            note(ends, to);
        }
        return reached;
    }

    /** So that what a lead did goes out, and is noted, together. */
    private static List<Appended> byLead(List<Appended> told) {
        Map<Whose, List<Appended>> byLead =
                told.stream()
                        .collect(groupingBy(PublishHistory::whose, LinkedHashMap::new, toList()));
        return byLead.values().stream().flatMap(List::stream).toList();
    }

    private static Whose whose(Appended appended) {
        return new Whose(appended.practice(), appended.lead());
    }

    /** Notes the last commit of each lead that has ended among so many events. */
    private void note(Deque<End> ends, int published) {
        Map<Whose, Long> ended = new LinkedHashMap<>();
        while (!ends.isEmpty() && ends.element().at() <= published) {
            End end = ends.remove();
            ended.put(end.whose(), end.seq());
        }
        ended.forEach((whose, seq) ->
                progress.reached(Consumer.PUBLISHER, whose.practice(), whose.lead(), seq));
    }

    /** Where among the events a commit ends. */
    private record End(Whose whose, long seq, int at) {}

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
