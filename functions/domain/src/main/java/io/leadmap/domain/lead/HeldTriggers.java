package io.leadmap.domain.lead;

import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.practice.Trigger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The triggers that wait for reinstatement while entries are folded onto a lead, oldest first. */
final class HeldTriggers {

    private final List<HeldTrigger> held;

    HeldTriggers(List<HeldTrigger> held) {
        this.held = new ArrayList<>(held);
    }

    List<HeldTrigger> all() {
        return held;
    }

    void held(TriggerEntry.TriggerHeld e, Instant at) {
        held.add(new HeldTrigger(e.trigger(), at, e.actions()));
    }

    /**
     * What was held and is done, skipped or expired is held no longer; what nothing waited for
     * changes nothing.
     */
    void settled(Trigger.Key trigger, List<Trigger.Action> actions) {
        for (int i = 0; i < held.size() && !actions.isEmpty(); i++) {
            if (held.get(i).holds(trigger, actions)) {
                HeldTrigger left = held.get(i).without(actions);
                if (left.actions().isEmpty()) {
                    held.remove(i);
                } else {
                    held.set(i, left);
                }
                return;
            }
        }
    }
}
