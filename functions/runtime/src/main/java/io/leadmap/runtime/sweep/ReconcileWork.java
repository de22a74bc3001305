package io.leadmap.runtime.sweep;

import io.leadmap.application.Deadline;
import io.leadmap.application.sweep.Reconcile;
import io.leadmap.runtime.ScheduledFunction.Work;

import java.util.SortedMap;

/** Catches up with what streams forgot (architecture decision 12). */
public final class ReconcileWork implements Work {

    private final Reconcile reconcile;

    public ReconcileWork(Reconcile reconcile) {
        this.reconcile = reconcile;
    }

    @Override
    public SortedMap<String, Long> run(Deadline deadline) {
        return reconcile.run(deadline);
    }
}
