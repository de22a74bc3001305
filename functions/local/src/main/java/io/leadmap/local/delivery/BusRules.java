package io.leadmap.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.local.stack.BusListener;
import io.leadmap.template.BusRule;

import software.amazon.event.ruler.Ruler;

import java.util.List;

/** Hands every event on a bus to the functions whose pattern it matches, by AWS's own matcher. */
public final class BusRules implements BusListener {
    private final List<BusRule> rules;
    private final AsynchronousEvents events;
    private final Runnable wake;

    /** {@code wake} is run when there is something to deliver. */
    public BusRules(List<BusRule> rules, AsynchronousEvents events, Runnable wake) {
        this.rules = List.copyOf(rules);
        this.events = events;
        this.wake = wake;
    }

    @Override
    public void put(String bus, JsonNode event) {
        String text = event.toString();
        for (BusRule rule : rules) {
            if (rule.bus().equals(bus) && matches(rule.pattern(), text)) {
                events.accept(rule.function(), rule.id(), rule.input().orElse(text));
                wake.run();
            }
        }
    }

    /** Whether an event pattern takes an event. */
    static boolean matches(String pattern, String event) {
        try {
            return Ruler.matchesRule(event, pattern);
        } catch (Exception e) {
            throw new IllegalStateException("cannot match " + pattern, e);
        }
    }
}
