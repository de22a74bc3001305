package io.leadmap.domain.lead;

import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.mail.EmailId;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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
    void enrolled(DripEntry.DripEnrolled e, int enrolledBy, Instant at) {
        DripRun before = runs.get(e.campaignId());
        int run = before == null ? 1 : before.run() + 1;
        runs.put(e.campaignId(), DripRun.begun(e.campaignId(), run, enrolledBy, at, e.paused()));
    }

    void advanced(DripEntry.DripAdvanced e, Instant at) {
        become(e.campaignId(), run -> run.advanced(e.mailId(), at));
    }

    void paused(DripEntry.DripPaused e, Instant at) {
        become(e.campaignId(), run -> run.paused(at));
    }

    void resumed(DripEntry.DripResumed e, Instant at) {
        become(e.campaignId(), run -> run.resumed(at));
    }

    /** Stopped or finished. */
    void ended(String campaign, DripRun.State state) {
        become(campaign, run -> run.ended(state));
    }

    /**
     * @param campaign the drip whose mail it is while it is pending; empty if it is known no more
     */
    void sent(EmailId mail, Optional<String> campaign) {
        of(mail, campaign).ifPresent(id -> become(id, run -> run.sent(mail)));
    }

    void unsent(EmailId mail, Optional<String> campaign) {
        of(mail, campaign).ifPresent(id -> become(id, run -> run.unsent(mail)));
    }

    void uncertain(EmailId mail, Optional<String> campaign) {
        of(mail, campaign).ifPresent(id -> become(id, run -> run.uncertain(mail)));
    }

    /** The run whose mail this is, as far as it is not counted yet. */
    private Optional<String> of(EmailId mail, Optional<String> campaign) {
        return campaign.filter(runs::containsKey)
                .or(() ->
                        runs.values().stream()
                                .filter(run -> run.uncertain().contains(mail))
                                .map(DripRun::campaignId)
                                .findFirst());
    }

    private void become(String campaign, UnaryOperator<DripRun> change) {
        DripRun run = runs.get(campaign);
        if (run == null) {
            throw new IllegalStateException("no run of drip " + campaign);
        }
        runs.put(campaign, change.apply(run));
    }
}
