package io.leadmap.simulation.checks;

import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.World;

import java.util.List;

/** Looks at a world that has come to rest. */
public interface Check {

    /** What must not be. */
    List<Violation> of(World world);

    /** Every check of a world at rest. */
    static List<Check> all() {
        return List.of(
                new FoldCheck(),
                new MailCheck(),
                new DueCheck(),
                new CountsCheck(),
                new BusCheck(),
                new PersonCheck(),
                new PracticesCheck());
    }
}
