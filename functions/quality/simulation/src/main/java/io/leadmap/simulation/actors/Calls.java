package io.leadmap.simulation.actors;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.LeadSheet.Range;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.simulation.world.World;
import io.leadmap.testkit.HttpCall;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls of the API by people of a practice, and which lead they mean. */
final class Calls {

    private static final Instant EVER = Instant.parse("2020-01-01T00:00:00Z");

    /** The number of the newest lead. */
    static final int NEWEST = -1;

    private Calls() {}

    /** The lead of this number, oldest first; one of those that are there. */
    static Optional<LeadId> lead(World world, String practice, int number) {
        List<LeadId> leads =
                world
                        .store()
                        .leadSheet()
                        .read(
                                new PracticeId(practice),
                                new Range.Created(EVER, world.now().plusSeconds(1)),
                                false,
                                null,
                                1000)
                        .rows()
                        .stream()
                        .map(Row::id)
                        .toList();
        return leads.isEmpty()
                ? Optional.empty()
                : Optional.of(leads.get(Math.floorMod(number, leads.size())));
    }

    /** Which lead a number means, in words. */
    static String which(int number) {
        return switch (number) {
            case NEWEST -> "the newest lead";
            case NEWEST - 1 -> "the lead before the newest";
            default -> "lead " + number;
        };
    }

    /** By an agent. */
    static HttpCall agent(String practice, String agent, String route, String body) {
        return by(practice, agent, "[agent]", route, body);
    }

    /** By Mei, who is an administrator. */
    static HttpCall administrator(String practice, String route, String body) {
        return by(practice, "mei", "[agent administrator]", route, body);
    }

    private static HttpCall by(
            String practice, String person, String roles, String route, String body) {
        return new HttpCall(
                declared(route),
                Map.of(),
                Map.of("practice", practice, "sub", person, "roles", roles),
                body.isEmpty() ? Map.of() : Map.of("content-type", "application/json"),
                body);
    }

    /** A route whose open parts are named here has them closed in the path. */
    private static String declared(String route) {
        return route.replace("/steps/insurance", "/steps/{stepId}")
                .replace("/drips/physio-101", "/drips/{campaignId}");
    }
}
