package io.leadmap.testkit;

import io.leadmap.application.DueWork;
import io.leadmap.domain.decide.Deadlines;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Settings;
import io.leadmap.testkit.Shelf.LeadKey;
import io.leadmap.testkit.Shelf.Row;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The due index in memory. */
final class InMemoryDueWork implements DueWork {

    private static final int SHARDS = 2;

    private final Shelf shelf;

    InMemoryDueWork(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public int shards() {
        return SHARDS;
    }

    @Override
    public Page due(Kind kind, int shard, Instant now, int limit, @Nullable String cursor) {
        List<Due> all;
        synchronized (shelf) {
            all =
                    shelf.leads.values().stream()
                            .filter(row ->
                                    Math.floorMod(row.lead().id().value().hashCode(), SHARDS)
                                            == shard)
                            .flatMap(row -> dues(kind, row).stream())
                            .filter(due -> !due.at().isAfter(now))
                            .sorted(Comparator.comparing(InMemoryDueWork::position))
                            .filter(due -> cursor == null || position(due).compareTo(cursor) > 0)
                            .limit(limit + 1L)
                            .toList();
        }
        if (all.size() <= limit) {
            return new Page(all, null);
        }
        return new Page(all.subList(0, limit), position(all.get(limit - 1)));
    }

    @Override
    public void refresh(Lead lead, Settings settings) {
        synchronized (shelf) {
            LeadKey key = new LeadKey(lead.practice(), lead.id());
            Row row = shelf.leads.get(key);
            if (row != null && row.lead().seq() == lead.seq()) {
                shelf.leads.put(key, new Row(lead, row.history(), Deadlines.of(lead, settings)));
            }
        }
    }

    private static List<Due> dues(Kind kind, Row row) {
        PracticeId practice = row.lead().practice();
        LeadId lead = row.lead().id();
        Deadlines deadlines = row.deadlines();
        List<Due> dues = new ArrayList<>();
        switch (kind) {
            case DEAD_LEAD ->
                    deadlines.deadLead().ifPresent(at -> dues.add(new Due(practice, lead, "", at)));
            case APPOINTMENT_DAY ->
                    deadlines
                            .appointmentDay()
                            .ifPresent(at -> dues.add(new Due(practice, lead, "", at)));
            case DRIP ->
                    deadlines
                            .drips()
                            .forEach((campaign, at) ->
                                    dues.add(new Due(practice, lead, campaign, at)));
        }
        return dues;
    }

    private static String position(Due due) {
        return "%015d#%s#%s#%s"
                .formatted(due.at().toEpochMilli(), due.practice(), due.lead(), due.key());
    }
}
