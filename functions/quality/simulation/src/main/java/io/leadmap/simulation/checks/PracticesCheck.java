package io.leadmap.simulation.checks;

import io.leadmap.domain.lead.Lead;
import io.leadmap.simulation.world.Post;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.World;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * No practice holds a trace of another: in each practice's document, people, addresses and texts
 * its own name stands wherever a name does.
 */
final class PracticesCheck implements Check {

    private static final List<String> TABLES =
            List.of(
                    "LEADS_TABLE",
                    "HISTORY_TABLE",
                    "MAIL_TABLE",
                    "INBOX_TABLE",
                    "COUNTS_TABLE",
                    "PRACTICE_TABLE");

    @Override
    public List<Violation> of(World world) {
        List<Violation> violations = new ArrayList<>();
        for (Lead lead : StoredLeads.of(world)) {
            String practice = lead.practice().value();
            look(violations, practice, "the lead " + lead.id(), lead.toString());
            look(
                    violations,
                    practice,
                    "the history of " + lead.id(),
                    world.store().histories().read(lead.practice(), lead.id()).toString());
        }
        for (Post.Arrival arrival : world.post().arrivals()) {
            String text =
                    arrival.mail().from()
                            + arrival.mail().to()
                            + arrival.mail().subject()
                            + arrival.mail().html();
            look(
                    violations,
                    arrival.mail().id().practice().value(),
                    "the mail " + arrival.mail().id(),
                    text);
        }
        for (String table : TABLES) {
            world.tables().items(World.table(table)).forEach(item -> look(violations, item));
        }
        return violations;
    }

    private static void look(List<Violation> violations, Map<String, AttributeValue> item) {
        String pk = Objects.requireNonNull(item.get("pk")).s();
        String practice = pk.substring(0, pk.indexOf('#'));
        String open =
                item.values().stream()
                        .flatMap(value ->
                                value.s() != null ? Stream.of(value.s()) : value.ss().stream())
                        .toList()
                        .toString();
        look(violations, practice, "the item " + pk, open);
    }

    private static void look(
            List<Violation> violations, String practice, String what, String text) {
        String low = text.toLowerCase(Locale.ROOT);
        World.PRACTICES.stream()
                .filter(other -> !other.equals(practice) && low.contains(other))
                .forEach(other ->
                        violations.add(
                                new Violation(Violation.Rule.PRACTICES, what + " names " + other)));
    }
}
