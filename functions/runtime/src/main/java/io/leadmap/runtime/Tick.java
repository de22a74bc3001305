package io.leadmap.runtime;

import io.leadmap.application.Deadline;
import io.leadmap.application.json.Json;
import io.leadmap.application.json.JsonObject;
import io.leadmap.application.sweep.LeftTwice;
import io.leadmap.runtime.ScheduledFunction.Work;

/** One tick of a schedule: answers and logs what was counted; faults are logged and thrown. */
record Tick(Work work, Log log, String requestId) {

    byte[] run(Deadline deadline) {
        try {
            JsonObject counts = Json.object();
            work.run(deadline).forEach(counts::put);
            log.info(requestId, "swept", "counts", Json.text(counts.node()));
            return Json.write(counts.node());
        } catch (LeftTwice e) {
            log.fault(requestId, "left twice in a row", e, "left", e.items(), "counts", e.counts());
            throw e;
        } catch (RuntimeException e) {
            log.fault(requestId, "sweep failed", e);
            throw e;
        }
    }
}
