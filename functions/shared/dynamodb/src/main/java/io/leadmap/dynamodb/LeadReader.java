package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Drips;
import io.leadmap.domain.lead.FollowUp;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LeadStage;
import io.leadmap.domain.lead.Origin;
import io.leadmap.domain.lead.Ownership;
import io.leadmap.domain.lead.PmsLinks;
import io.leadmap.domain.lead.Revision;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.Suspension;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a lead together from its items. */
final class LeadReader {

    private final DataKeys dataKeys;

    LeadReader(DataKeys dataKeys) {
        this.dataKeys = dataKeys;
    }

    /**
     * @param items all items of the lead's partition, in the order of their sort keys
     */
    Optional<Lead> read(PracticeId practice, LeadId id, List<Item> items) {
        Item head = find(items, Keys.HEAD);
        Item person = find(items, Keys.PERSON);
        if (head == null || person == null) {
            return Optional.empty();
        }
        byte[] key = dataKeys.read(practice, id, person).plain();
        HeadItem.Rest rest = HeadItem.rest(practice, id, tree(head.text(HeadItem.REST)));
        Map<String, DripRun> drips = new HashMap<>();
        MapRun map = null;
        Appointment appointment = null;
        for (Item item : items) {
            if (item.sk().startsWith(Keys.DRIP)) {
                DripRun run = LeadItems.drip(item.sk(), open(item), rest.sent());
                drips.put(run.campaignId(), run);
            } else if (item.sk().startsWith(Keys.MAP)) {
                map =
                        LeadItems.map(
                                item.sk(),
                                open(item),
                                personal(item, key)); // the last run is the newest
            } else if (item.sk().equals(Keys.APPOINTMENT)) {
                appointment = LeadItems.appointment(open(item), personal(item, key));
            }
        }
        TrustingView sealed = personal(person, key);
        if (sealed == null) {
            throw new IllegalStateException("nothing sealed in " + person.pk());
        }
        LeadItems.Person read = LeadItems.person(sealed, rest.strangersEmail());
        return Optional.of(lead(practice, id, head, rest, read, map, drips, appointment));
    }

    private static Lead lead(
            PracticeId practice,
            LeadId id,
            Item head,
            HeadItem.Rest rest,
            LeadItems.Person person,
            @Nullable MapRun map,
            Map<String, DripRun> drips,
            @Nullable Appointment appointment) {
        TrustingView row = open(head);
        return new Lead(
                practice,
                id,
                new Revision(
                        head.number(HeadItem.VERSION),
                        head.number(HeadItem.SEQ),
                        head.instant(HeadItem.AT)),
                new LeadStage(
                        row.choice(Status.class, "status"),
                        rest.invalidFrom(),
                        SheetRowJson.lossReason(row),
                        rest.lostBySweep()),
                SheetRowJson.dates(row),
                new Suspension(
                        SheetRowJson.suspensions(row),
                        rest.duplicateOf(),
                        rest.held(),
                        person.ignored()),
                new Ownership(row.textOrNull("owner"), SheetRowJson.transfer(row)),
                new Origin(
                        row.choice(Channel.class, "channel"),
                        row.text("division"),
                        row.textOrNull("source"),
                        person.utmFirst(),
                        person.utmLast()),
                person.fields(),
                person.consents(),
                new FollowUp(
                        rest.attempts(row.has("attempts") ? row.integer("attempts") : 0),
                        row.instant("activity")),
                new PmsLinks(SheetRowJson.patient(row), appointment),
                map,
                Drips.of(drips),
                rest.mail());
    }

    private static @Nullable Item find(List<Item> items, String sk) {
        return items.stream().filter(item -> item.sk().equals(sk)).findFirst().orElse(null);
    }

    static TrustingView open(Item item) {
        return tree(item.text(Projected.OPEN));
    }

    static @Nullable TrustingView personal(Item item, byte[] key) {
        if (!item.has(Projected.SEALED)) {
            return null;
        }
        byte[] plain = Seal.open(key, item.key().identity(), item.bytes(Projected.SEALED));
        return tree(new String(plain, StandardCharsets.UTF_8));
    }

    static TrustingView tree(String json) {
        try {
            return new TrustingView(Json.read(json));
        } catch (Json.Malformed e) {
            throw new IllegalStateException("stored JSON is damaged", e);
        }
    }
}
