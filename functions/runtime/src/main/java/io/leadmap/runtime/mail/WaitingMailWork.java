package io.leadmap.runtime.mail;

import io.leadmap.application.Deadline;
import io.leadmap.application.mail.SendWaiting;
import io.leadmap.runtime.ScheduledFunction.Work;

import java.util.SortedMap;

/** Sends what has waited, and what the ledger's stream forgot (architecture decision 12). */
public final class WaitingMailWork implements Work {

    private final SendWaiting waiting;

    public WaitingMailWork(SendWaiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public SortedMap<String, Long> run(Deadline deadline) {
        return waiting.run(deadline);
    }
}
