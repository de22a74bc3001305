package io.leadmap.domain.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A form's trigger that waits for the lead's reinstatement (domain section 2).
 *
 * @param actions what it has still to do, in words of the API
 */
public record HeldTrigger(String formId, String triggerId, Instant since, List<String> actions) {

    public HeldTrigger {
        actions = List.copyOf(actions);
    }

    /** Tells whether this is the trigger and all of that is still to be done. */
    public boolean holds(String form, String trigger, List<String> done) {
        return formId.equals(form) && triggerId.equals(trigger) && actions.containsAll(done);
    }

    /** What is left once this is done. */
    public HeldTrigger without(List<String> done) {
        List<String> left = new ArrayList<>(actions);
        left.removeAll(done);
        return new HeldTrigger(formId, triggerId, since, left);
    }
}
