package io.leadmap.simulation.checks;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.simulation.world.World;

import java.util.List;
import java.util.Objects;

/** The leads that are kept, found without any index. */
final class StoredLeads {

    private StoredLeads() {}

    static List<Lead> of(World world) {
        return world.tables()
                .items(World.table("LEADS_TABLE"))
                .filter(item -> Objects.requireNonNull(item.get("sk")).s().equals("head"))
                .map(item -> Objects.requireNonNull(item.get("pk")).s().split("#", 2))
                .map(key ->
                        world.store()
                                .leads()
                                .find(new PracticeId(key[0]), new LeadId(key[1]))
                                .orElseThrow())
                .toList();
    }
}
