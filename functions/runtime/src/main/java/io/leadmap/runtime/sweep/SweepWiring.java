package io.leadmap.runtime.sweep;

import io.leadmap.application.Backoff;
import io.leadmap.application.EventBus;
import io.leadmap.application.Practices;
import io.leadmap.application.Store;
import io.leadmap.application.lead.UnattendedWriter;
import io.leadmap.application.pms.InterpretPmsEvent;
import io.leadmap.application.pms.RelinkLead;
import io.leadmap.application.publish.PublishHistory;
import io.leadmap.application.sweep.Reconcile;
import io.leadmap.application.sweep.Sweep;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** Sweeps, publishing and reconciliation over the ports. */
@Factory
final class SweepWiring {

    @Singleton
    Sweep sweep(Store store, Practices practices, UnattendedWriter writer, InstantSource clock) {
        return new Sweep(store.dueWork(), practices, writer, clock);
    }

    @Singleton
    DripSweepWork drips(Sweep sweep) {
        return new DripSweepWork(sweep);
    }

    @Singleton
    DeadLeadSweepWork deadLeads(Sweep sweep) {
        return new DeadLeadSweepWork(sweep);
    }

    @Singleton
    PublishHistory publish(Store store, EventBus bus, Backoff backoff) {
        return new PublishHistory(store.histories(), store.progress(), bus, backoff);
    }

    @Singleton
    HistoryStream histories(PublishHistory publish) {
        return new HistoryStream(publish);
    }

    @Singleton
    HistoryCatchUp unpublished(Store store, PublishHistory publish, InstantSource clock) {
        return new HistoryCatchUp(store.progress(), publish, clock);
    }

    @Singleton
    ReconcileWork reconcile(
            Store store, InterpretPmsEvent interpret, RelinkLead relink, InstantSource clock) {
        return new ReconcileWork(new Reconcile(store, interpret, relink, clock));
    }
}
