package io.leadmap.domain.lead;

import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.practice.Trigger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What holds a lead back, and what waits until that ends (domain section 2).
 *
 * @param causes every cause that holds now; the first is shown
 * @param duplicateOf the lead that this one resembles, also after that was found to be right
 * @param held triggers that wait for reinstatement, oldest first
 * @param ignored leads of which a person said that they are somebody else
 */
public record Suspension(
        Set<SuspensionCause> causes,
        @Nullable LeadId duplicateOf,
        List<HeldTrigger> held,
        Set<LeadId> ignored) {

    public static final Suspension NONE = new Suspension(Set.of(), null, List.of(), Set.of());

    public Suspension {
        causes =
                causes.isEmpty()
                        ? Set.of()
                        : Collections.unmodifiableSet(
                                EnumSet.copyOf(causes)); // iterates in the order of precedence
        held = List.copyOf(held);
        ignored = Set.copyOf(ignored);
    }

    /** The cause that is shown, if any holds: SPAM before DUPLICATE before INCOMPLETE. */
    public Optional<SuspensionCause> shown() {
        return causes.stream().findFirst();
    }

    public boolean isFor(SuspensionCause cause) {
        return causes.contains(cause);
    }

    Suspension after(SuspensionEntry entry) {
        return switch (entry) {
            case SuspensionEntry.Suspended e -> {
                Set<SuspensionCause> more = EnumSet.of(e.cause());
                more.addAll(causes);
                yield new Suspension(more, duplicateOf, held, ignored);
            }
            case SuspensionEntry.Reinstated e -> {
                Set<SuspensionCause> left = EnumSet.noneOf(SuspensionCause.class);
                left.addAll(causes);
                left.remove(e.cause());
                yield new Suspension(left, duplicateOf, held, ignored);
            }
            case SuspensionEntry.DuplicateSuspected e ->
                    new Suspension(causes, e.of(), held, ignored);
            case SuspensionEntry.DuplicateIgnored e -> {
                Set<LeadId> more = new HashSet<>(ignored);
                more.add(e.of());
                yield new Suspension(
                        causes, e.of().equals(duplicateOf) ? null : duplicateOf, held, more);
            }
        };
    }

    Suspension after(TriggerEntry entry, Instant at) {
        return switch (entry) {
            case TriggerEntry.TriggerHeld e -> {
                List<HeldTrigger> more = new ArrayList<>(held);
                more.add(new HeldTrigger(e.trigger(), at, e.actions()));
                yield new Suspension(causes, duplicateOf, more, ignored);
            }
            case TriggerEntry.TriggerFired e -> settled(e.trigger(), e.actions());
            case TriggerEntry.TriggerExpired e -> settled(e.trigger(), e.actions());
            case TriggerEntry.TriggerSkipped e -> settled(e.trigger(), e.actions());
        };
    }

    /**
     * What was held and is done, skipped or expired is held no longer; what nothing waited for
     * changes nothing.
     */
    private Suspension settled(Trigger.Key trigger, List<Trigger.Action> actions) {
        for (int i = 0; i < held.size() && !actions.isEmpty(); i++) {
            if (held.get(i).holds(trigger, actions)) {
                List<HeldTrigger> others = new ArrayList<>(held);
                HeldTrigger left = held.get(i).without(actions);
                if (left.actions().isEmpty()) {
                    others.remove(i);
                } else {
                    others.set(i, left);
                }
                return new Suspension(causes, duplicateOf, others, ignored);
            }
        }
        return this;
    }
}
