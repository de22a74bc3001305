package io.leadmap.simulation.checks;

import io.leadmap.domain.lead.Lead;
import io.leadmap.ports.Histories;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.World;

import java.util.ArrayList;
import java.util.List;

/** The fold of each history is the stored record, and its chain is whole. */
final class FoldCheck implements Check {

    @Override
    public List<Violation> of(World world) {
        List<Violation> violations = new ArrayList<>();
        Histories histories = world.store().histories();
        for (Lead lead : StoredLeads.of(world)) {
            Lead folded =
                    Lead.fold(
                            lead.practice(), lead.id(), histories.read(lead.practice(), lead.id()));
            if (!folded.equals(lead)) {
                violations.add(
                        new Violation(Violation.Rule.FOLD, lead + " but its history is " + folded));
            }
            Histories.Verification verification = histories.verify(lead.practice(), lead.id());
            if (!verification.valid()) {
                violations.add(new Violation(Violation.Rule.FOLD, lead.id() + ": " + verification));
            }
        }
        return violations;
    }
}
