package io.leadmap.domain.lead;

import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Entry;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The latest run of each drip while entries are folded onto a lead. */
final class DripRuns {

    private final SortedMap<String, DripRun> runs;

    DripRuns(Map<String, DripRun> runs) {
        this.runs = new TreeMap<>(runs);
    }

    SortedMap<String, DripRun> all() {
        return runs;
    }

    /**
     * @param enrolledBy the run of the map that enrolled it, 0 if none did
     */
    void enrolled(Entry.DripEnrolled e, int enrolledBy, Instant at) {
        DripRun before = runs.get(e.campaignId());
        runs.put(
                e.campaignId(),
                new DripRun(
                        e.campaignId(),
                        before == null ? 1 : before.run() + 1,
                        enrolledBy,
                        at,
                        e.due() == null ? DripRun.State.PAUSED : DripRun.State.ACTIVE,
                        0,
                        e.due(),
                        e.due() == null ? e.left() : null));
    }

    void advanced(Entry.DripAdvanced e) {
        become(run(e.campaignId()), DripRun.State.ACTIVE, e.next(), e.due(), null);
    }

    void paused(Entry.DripPaused e) {
        DripRun run = run(e.campaignId());
        become(run, DripRun.State.PAUSED, run.next(), null, e.left());
    }

    void resumed(Entry.DripResumed e) {
        DripRun run = run(e.campaignId());
        become(run, DripRun.State.ACTIVE, run.next(), e.due(), null);
    }

    /** Stopped or finished. */
    void ended(String campaign, DripRun.State state) {
        DripRun run = run(campaign);
        become(run, state, run.next(), null, null);
    }

    private void become(
            DripRun run,
            DripRun.State state,
            int next,
            @Nullable Instant due,
            @Nullable Duration left) {
        runs.put(
                run.campaignId(),
                new DripRun(
                        run.campaignId(),
                        run.run(),
                        run.enrolledBy(),
                        run.enrolledAt(),
                        state,
                        next,
                        due,
                        left));
    }

    private DripRun run(String campaign) {
        DripRun run = runs.get(campaign);
        if (run == null) {
            throw new IllegalStateException("no run of drip " + campaign);
        }
        return run;
    }
}
