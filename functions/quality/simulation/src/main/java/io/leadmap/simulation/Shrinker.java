package io.leadmap.simulation;

import io.leadmap.simulation.actors.StruckAction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Leaves out of a story what it does not need to end as it does (delta debugging): first large
 * parts, then smaller ones, then single steps, then what goes wrong with a step.
 */
final class Shrinker {

    private final Predicate<List<StruckAction>> endsTheSame;

    /**
     * @param endsTheSame whether a shorter story still shows the fault
     */
    Shrinker(Predicate<List<StruckAction>> endsTheSame) {
        this.endsTheSame = endsTheSame;
    }

    List<StruckAction> shrunk(List<StruckAction> steps) {
        List<StruckAction> few = List.copyOf(steps);
        for (int part = Math.max(1, few.size() / 2); part > 0; part /= 2) {
            few = without(few, part);
        }
        List<StruckAction> calm = withoutTrouble(few);
        return calm.size() < few.size() || !calm.equals(few) ? without(calm, 1) : few;
    }

    /** Without any part of this size that is not needed. */
    private List<StruckAction> without(List<StruckAction> steps, int part) {
        List<StruckAction> few = steps;
        int at = 0;
        while (at < few.size()) {
            List<StruckAction> fewer = new ArrayList<>(few);
            fewer.subList(at, Math.min(at + part, fewer.size())).clear();
            if (endsTheSame.test(fewer)) {
                few = List.copyOf(fewer);
            } else {
                at += part;
            }
        }
        return few;
    }

    private List<StruckAction> withoutTrouble(List<StruckAction> steps) {
        List<StruckAction> calm = new ArrayList<>(steps);
        for (int i = 0; i < calm.size(); i++) {
            StruckAction step = calm.get(i);
            if (step.trouble() != null) {
                calm.set(i, StruckAction.of(step.action()));
                if (!endsTheSame.test(calm)) {
                    calm.set(i, step);
                }
            }
        }
        return List.copyOf(calm);
    }
}
