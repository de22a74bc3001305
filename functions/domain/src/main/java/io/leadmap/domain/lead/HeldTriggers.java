package io.leadmap.domain.lead;

import io.leadmap.domain.history.Entry;

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

    void held(Entry.TriggerHeld e, Instant at) {
        held.add(new HeldTrigger(e.formId(), e.triggerId(), at, e.actions()));
    }

    /**
     * What was held and is done now is held no longer; a firing that nothing waited for changes
     * nothing.
     */
    void fired(Entry.TriggerFired e) {
        for (int i = 0; i < held.size() && !e.actions().isEmpty(); i++) {
            if (held.get(i).holds(e.formId(), e.triggerId(), e.actions())) {
                HeldTrigger left = held.get(i).without(e.actions());
                if (left.actions().isEmpty()) {
                    held.remove(i);
                } else {
                    held.set(i, left);
                }
                return;
            }
        }
    }

    void expired(Entry.TriggerExpired e) {
        held.stream()
                .filter(h -> h.holds(e.formId(), e.triggerId(), List.of()))
                .findFirst()
                .ifPresent(held::remove);
    }
}
