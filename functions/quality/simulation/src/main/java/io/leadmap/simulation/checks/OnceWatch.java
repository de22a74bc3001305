package io.leadmap.simulation.checks;

import io.leadmap.simulation.world.Post.Arrival;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.Watchers.Watcher;
import io.leadmap.simulation.world.World;

import java.util.List;

/** No mail is handed over twice. */
public final class OnceWatch implements Watcher {

    @Override
    public void arrives(World world, Arrival arrival, List<Violation> violations) {
        boolean again =
                world.post().arrivals().stream()
                        .anyMatch(before -> before.mail().id().equals(arrival.mail().id()));
        if (again) {
            violations.add(
                    new Violation(
                            Violation.Rule.ONCE, arrival.mail().id() + " is handed over again"));
        }
    }
}
