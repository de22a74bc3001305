package io.leadmap.lambda;

import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.lambda.ScheduledFunction.Work;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.LeftTwice;

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
