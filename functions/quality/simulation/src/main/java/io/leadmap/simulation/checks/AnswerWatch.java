package io.leadmap.simulation.checks;

import io.leadmap.simulation.tables.ItemChange;
import io.leadmap.simulation.world.Mishap;
import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.Watchers.Watcher;
import io.leadmap.simulation.world.World;
import io.leadmap.testkit.HttpCall;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * A refused call changes nothing, and nothing is answered with a fault unless something strikes.
 */
public final class AnswerWatch implements Watcher {

    @Override
    public void answered(
            World world,
            HttpCall call,
            HttpCall.Answer answer,
            @Nullable Strike strike,
            List<ItemChange> changes,
            List<Violation> violations) {
        if (answer.status() == 500 || (answer.status() > 500 && strike == null)) {
            violations.add(
                    new Violation(
                            Violation.Rule.FAULT,
                            call.routeKey() + " answers " + answer.status() + answer.body()));
        }
        boolean alone = strike == null || strike.fault() != Mishap.MEANWHILE;
        if (answer.status() / 100 == 4 && alone) {
            changes.stream()
                    .map(change -> change.after().isEmpty() ? change.before() : change.after())
                    .map(item -> Objects.requireNonNull(item.get("pk")).s())
                    .filter(pk -> !isOwn(pk))
                    .findFirst()
                    .ifPresent(pk ->
                            violations.add(
                                    new Violation(
                                            Violation.Rule.REFUSED,
                                            call.routeKey()
                                                    + " answers "
                                                    + answer.status()
                                                    + " and wrote "
                                                    + pk)));
        }
    }

    /** What counts submissions, and a practice's key, which is made when it is first needed. */
    private static boolean isOwn(String pk) {
        String kind = pk.substring(pk.indexOf('#') + 1);
        return kind.startsWith("f#") || kind.equals("key");
    }
}
