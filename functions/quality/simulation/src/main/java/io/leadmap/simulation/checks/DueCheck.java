package io.leadmap.simulation.checks;

import io.leadmap.domain.decide.DueRules;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.World;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Nothing that is due stays undone, lead by lead, whatever an index holds. */
final class DueCheck implements Check {

    @Override
    public List<Violation> of(World world) {
        List<String> undone = new ArrayList<>();
        for (Lead lead : StoredLeads.of(world)) {
            Practice practice = world.practices().find(lead.practice()).orElseThrow();
            times(lead, practice.settings())
                    .filter(at -> !at.isAfter(world.now()))
                    .forEach(at -> undone.add(lead.id() + " was to be swept at " + at));
            for (DripRun run : lead.drips().runs().values()) {
                drip(world, lead, run, practice).ifPresent(undone::add);
            }
            if (lead.suspension().causes().isEmpty() && !lead.suspension().held().isEmpty()) {
                undone.add(lead.id() + " still holds " + lead.suspension().held());
            }
        }
        world.store()
                .inbox()
                .waiting(world.now().plusSeconds(1), 100)
                .forEach(event -> undone.add("the event " + event + " waits"));
        return undone.stream().map(words -> new Violation(Violation.Rule.DUE, words)).toList();
    }

    private static Stream<Instant> times(Lead lead, Settings settings) {
        return Stream.of(
                        DueRules.deadLeadDue(lead, settings),
                        DueRules.appointmentDayDue(lead, settings))
                .flatMap(Optional::stream);
    }

    private static Optional<String> drip(World world, Lead lead, DripRun run, Practice practice) {
        String email = lead.email();
        if (email == null) {
            return Optional.empty();
        }
        String address = IdentityKey.normalised(email);
        AddressState state =
                world.store().suppressions().of(practice.id(), Set.of(address)).of(address);
        boolean isDue =
                DueRules.nextMailAt(lead, state, run, practice, world.now())
                        .filter(at -> !at.isAfter(world.now()))
                        .isPresent();
        boolean isOver =
                run.state() == DripRun.State.ACTIVE
                        && practice.drip(run.campaignId())
                                .filter(DripCampaign::active)
                                .filter(campaign -> isLong(run, campaign, world.now()))
                                .isPresent()
                        && DueRules.nextMail(run, practice).isEmpty()
                        && isOpen(practice.settings(), world.now());
        return isDue || isOver
                ? Optional.of(lead.id() + " waits for the next mail of " + run)
                : Optional.empty();
    }

    /** A run that an edit has brought to its end may be looked at so much later. */
    private static boolean isLong(DripRun run, DripCampaign campaign, Instant now) {
        return !run.since().plus(campaign.shortestDelay()).isAfter(now);
    }

    private static boolean isOpen(Settings settings, Instant now) {
        return settings.sendingWindow().openingFrom(now, settings.timeZone()).equals(now);
    }
}
