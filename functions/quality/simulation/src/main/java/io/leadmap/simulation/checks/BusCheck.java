package io.leadmap.simulation.checks;

import io.leadmap.domain.lead.Lead;
import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;
import io.leadmap.ports.EventBus;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.World;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every entry of a history goes out on the bus, at least once. */
final class BusCheck implements Check {

    @Override
    public List<Violation> of(World world) {
        Set<String> published = new HashSet<>();
        world.published().forEach(event -> published.add(place(event)));
        List<Violation> violations = new ArrayList<>();
        for (Lead lead : StoredLeads.of(world)) {
            for (long seq = 1; seq <= lead.revision().seq(); seq++) {
                String place = lead.practice() + " " + lead.id() + " " + seq;
                if (!published.contains(place)) {
                    violations.add(new Violation(Violation.Rule.PUBLISHED, place));
                }
            }
        }
        return violations;
    }

    private static String place(EventBus.Event event) {
        try {
            TrustingView detail = new TrustingView(Json.read(event.detail()));
            return detail.text("practice") + " " + detail.text("lead") + " " + detail.number("seq");
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }
}
