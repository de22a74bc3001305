package io.leadmap.domain.history;

import io.leadmap.domain.practice.Trigger;

import java.util.List;

/** What a trigger did, holds back, or will never do (domain section 4). */
public sealed interface TriggerEntry extends Entry {

    /** What it did. */
    record TriggerFired(Trigger.Key trigger, List<Trigger.Action> actions) implements TriggerEntry {
        public TriggerFired {
            actions = List.copyOf(actions);
        }
    }

    /** What has to wait; its other actions were done. */
    record TriggerHeld(Trigger.Key trigger, List<Trigger.Action> actions) implements TriggerEntry {
        public TriggerHeld {
            actions = List.copyOf(actions);
        }
    }

    /**
     * A trigger that was held and whose turn will never come.
     *
     * @param actions what had still to be done
     */
    record TriggerExpired(Trigger.Key trigger, List<Trigger.Action> actions, String reason)
            implements TriggerEntry {
        public TriggerExpired {
            actions = List.copyOf(actions);
        }
    }

    /**
     * What a trigger did not do when its turn came, whether it had been held or not.
     *
     * @param actions all that were skipped for this reason
     */
    record TriggerSkipped(Trigger.Key trigger, List<Trigger.Action> actions, String reason)
            implements TriggerEntry {
        public TriggerSkipped {
            actions = List.copyOf(actions);
        }
    }
}
