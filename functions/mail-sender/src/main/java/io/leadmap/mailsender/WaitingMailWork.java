package io.leadmap.mailsender;

import io.leadmap.lambda.ScheduledFunction.Work;
import io.leadmap.ports.Deadline;

import java.util.SortedMap;

/** Sends what has waited, and what the ledger's stream forgot (architecture decision 12). */
final class WaitingMailWork implements Work {

    private final SendWaiting waiting;

    WaitingMailWork(SendWaiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public SortedMap<String, Long> run(Deadline deadline) {
        return waiting.run(deadline);
    }
}
