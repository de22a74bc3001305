package io.leadmap.reconcile;

import io.leadmap.runtime.ScheduledFunction;
import io.leadmap.runtime.sweep.ReconcileWork;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** Catches up with what streams forgot, and with mail that is stuck. */
public final class Reconcile extends ScheduledFunction {

    /** As Lambda makes it. */
    public Reconcile() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public Reconcile(Map<String, String> environment, InstantSource clock) {
        this(beansOf(Reconcile.class, environment, clock));
    }

    Reconcile(ApplicationContext beans) {
        super(beans, Reconcile::new, ReconcileWork.class);
    }
}
