package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.database.TestDatabase;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.testkit.MovableClock;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A lead that is cut into items and put together again is the same lead. */
class LeadItemsProperties {

    private static final TestDatabase DATABASE = TestDatabase.shared();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00Z"));
    private final Tables tables = new Tables(DATABASE.client(), DATABASE.environment());
    private final DataKeys dataKeys =
            new DataKeys(tables, new PracticeKeys(tables, DynamoStoreSuite.KEYS, clock), clock);

    @Property(tries = 300)
    void any_lead_is_read_as_it_was_cut(@ForAll long seed) {
        Lead lead = new Anything(seed).of(Lead.class);
        PracticeId practice = Configured.practice("properties");
        LeadId id = lead.id();
        DataKeys.DataKey key = dataKeys.make(practice, id);
        Lead ours = withPractice(lead, practice);

        List<Item> items =
                LeadItems.of(ours).values().stream()
                        .map(projected -> item(projected, key))
                        .sorted((one, other) -> one.sk().compareTo(other.sk()))
                        .toList();

        assertThat(new LeadReader(dataKeys).read(practice, id, items)).contains(ours);
    }

    private static Item item(Projected projected, DataKeys.DataKey key) {
        Map<String, AttributeValue> attributes = new HashMap<>(projected.key().attributes());
        attributes.putAll(projected.open());
        Item item = Item.of(attributes);
        if (projected.personal() != null) {
            byte[] plain = projected.personal().getBytes(StandardCharsets.UTF_8);
            item.bytes(Projected.SEALED, Seal.seal(key.plain(), projected.key().identity(), plain));
        }
        return projected.key().sk().equals(Keys.PERSON) ? key.addTo(item) : item;
    }

    private static Lead withPractice(Lead l, PracticeId practice) {
        return new Lead(
                practice,
                l.id(),
                l.revision(),
                l.stage(),
                l.dates(),
                l.suspension(),
                l.ownership(),
                l.origin(),
                l.fields(),
                l.consents(),
                l.followUp(),
                l.pms(),
                l.map(),
                l.drips(),
                l.mail());
    }
}
