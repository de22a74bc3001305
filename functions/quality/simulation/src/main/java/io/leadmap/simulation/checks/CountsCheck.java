package io.leadmap.simulation.checks;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.report.Contribution;
import io.leadmap.domain.report.Row;
import io.leadmap.ports.Counts.Counted;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Mega Report's numbers are what a recount of the leads gives. */
final class CountsCheck implements Check {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 1, 1);

    @Override
    public List<Violation> of(World world) {
        List<Lead> leads = StoredLeads.of(world);
        List<Violation> violations = new ArrayList<>();
        for (String name : World.PRACTICES) {
            PracticeId practice = new PracticeId(name);
            ZoneId zone = world.practices().find(practice).orElseThrow().settings().timeZone();
            Map<Contribution, Long> recounted =
                    leads.stream()
                            .filter(lead -> lead.practice().equals(practice))
                            .flatMap(lead -> counted(lead, zone))
                            .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
            Map<Contribution, Long> reported =
                    world.store().counts().days(practice, FIRST, LAST).stream()
                            .collect(Collectors.toMap(Counted::contribution, Counted::count));
            if (!recounted.equals(reported)) {
                violations.add(
                        new Violation(
                                Violation.Rule.COUNTS,
                                name + " reports " + reported + " but has " + recounted));
            }
        }
        return violations;
    }

    private static Stream<Contribution> counted(Lead lead, ZoneId zone) {
        Set<SuspensionCause> causes = lead.suspension().causes();
        if (lead.status() == Status.INVALID
                || causes.contains(SuspensionCause.SPAM)
                || causes.contains(SuspensionCause.DUPLICATE)) {
            return Stream.empty();
        }
        return Stream.of(
                        one(lead, zone, Row.ADDITIONAL_LEADS, lead.dates().created()),
                        one(lead, zone, Row.ADDITIONAL_LEADS_BOOKED, lead.dates().booked()),
                        one(lead, zone, Row.NEW_CLIENTS, lead.dates().invoiced()),
                        one(lead, zone, Row.LOST, lead.dates().lost()),
                        one(lead, zone, Row.CANCELLED, lead.dates().cancelled()))
                .filter(Objects::nonNull);
    }

    private static @Nullable Contribution one(
            Lead lead, ZoneId zone, Row row, @Nullable Instant at) {
        return at == null
                ? null
                : new Contribution(
                        row,
                        LocalDate.ofInstant(at, zone),
                        lead.origin().division(),
                        lead.origin().source(),
                        lead.owner());
    }
}
