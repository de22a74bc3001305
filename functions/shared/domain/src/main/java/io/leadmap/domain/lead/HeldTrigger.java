package io.leadmap.domain.lead;

import io.leadmap.domain.practice.Trigger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A trigger that waits for the lead's reinstatement (domain section 2).
 *
 * @param actions what it has still to do
 */
public record HeldTrigger(Trigger.Key trigger, Instant since, List<Trigger.Action> actions) {

    public HeldTrigger {
        actions = List.copyOf(actions);
    }

    /** Tells whether this is the trigger and all of that is still to be done. */
    public boolean holds(Trigger.Key key, List<Trigger.Action> done) {
        return trigger.equals(key) && actions.containsAll(done);
    }

    /** What is left once this is done; what was to be done twice may be left once. */
    public HeldTrigger without(List<Trigger.Action> done) {
        List<Trigger.Action> left = new ArrayList<>(actions);
        done.forEach(left::remove);
        return new HeldTrigger(trigger, since, left);
    }

    /** What is to be done and still stands in the trigger as it is configured now. */
    public List<Trigger.Action> standing(Trigger configured) {
        return actions.stream().filter(configured.actions()::contains).toList();
    }
}
