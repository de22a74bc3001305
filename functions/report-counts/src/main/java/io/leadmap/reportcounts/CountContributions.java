package io.leadmap.reportcounts;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.report.Contribution;
import io.leadmap.domain.report.Contributions;
import io.leadmap.domain.report.Contributions.Difference;
import io.leadmap.domain.report.Countable;
import io.leadmap.ports.Counts;
import io.leadmap.ports.Histories;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Progress;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Counts leads for the Mega Report by differences (architecture decision 10). Each difference is
 * stored once, whatever is delivered again; where nothing that counts has changed, nothing is
 * written.
 */
final class CountContributions {

    private final Practices practices;
    private final Histories histories;
    private final Counts counts;
    private final Progress progress;

    CountContributions(Practices practices, Histories histories, Counts counts, Progress progress) {
        this.practices = practices;
        this.histories = histories;
        this.counts = counts;
        this.progress = progress;
    }

    /**
     * Counts one change of a lead, as its stream tells it.
     *
     * @param before null if the lead began
     * @param now null if it ended
     */
    void count(
            PracticeId practice, LeadId lead, @Nullable Countable before, @Nullable Countable now) {
        if (Objects.equals(before, now)) {
            return; // most changes of a lead are none that counts
        }
        ZoneId zone = zone(practice);
        for (Difference difference : of(before, zone).until(of(now, zone))) {
            apply(practice, lead, difference);
        }
    }

    private void apply(PracticeId practice, LeadId lead, Difference difference) {
        boolean applied = counts.apply(practice, lead, difference);
        if (!applied && difference instanceof Difference.Changed(var from, var to)) {
            // It was done before, or what it changes was never counted: each half stands alone.
            counts.apply(practice, lead, new Difference.Removed(from));
            counts.apply(practice, lead, new Difference.Added(to));
        }
    }

    /**
     * Sets right what of a lead is counted, whatever its stream forgot (architecture decision 12):
     * everything that ever was to be counted of it and no longer is goes, what is to be counted now
     * comes.
     */
    void catchUp(PracticeId practice, LeadId leadId) {
        ZoneId zone = zone(practice);
        Set<Contribution> ever = new LinkedHashSet<>();
        Lead lead = null;
        for (Commit commit : histories.read(practice, leadId)) {
            lead = lead == null ? Lead.begin(practice, leadId, commit) : lead.apply(commit);
            ever.addAll(of(Countable.of(lead), zone).byRow().values());
        }
        if (lead == null) {
            return;
        }
        Set<Contribution> wanted = Set.copyOf(of(Countable.of(lead), zone).byRow().values());
        ever.stream()
                .filter(contribution ->
                        !wanted.contains(contribution)
                                && counts.isCounted(practice, leadId, contribution))
                .forEach(gone -> counts.apply(practice, leadId, new Difference.Removed(gone)));
        wanted.stream()
                .filter(contribution -> !counts.isCounted(practice, leadId, contribution))
                .forEach(missing -> counts.apply(practice, leadId, new Difference.Added(missing)));
        progress.reached(Progress.Consumer.DERIVER, practice, leadId, lead.revision().seq());
    }

    private ZoneId zone(PracticeId practice) {
        return practices
                .find(practice)
                .orElseThrow(() -> new IllegalStateException("no practice " + practice))
                .settings()
                .timeZone();
    }

    private static Contributions of(@Nullable Countable lead, ZoneId zone) {
        return lead == null ? Contributions.NONE : Contributions.of(lead, zone);
    }
}
