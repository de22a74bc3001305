package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.database.TestDatabase;
import io.leadmap.domain.appointment.Candidate;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.dynamodb.StreamImages.HeadImage;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Histories;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Store;
import io.leadmap.testkit.LeadStory;
import io.leadmap.testkit.MovableClock;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a stream's consumer learns from the stored head of a lead. */
class StreamImagesTest {

    private final TestDatabase database = TestDatabase.shared();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00Z"));
    private final Tables tables = new Tables(database.client(), database.environment());
    private final Store store =
            new DynamoStore(
                    database.client(),
                    database.environment(),
                    DynamoStoreSuite.KEYS,
                    clock,
                    Backoff.NONE,
                    new Invocation());
    private final PracticeId practice = Configured.practice("images");
    private final LeadStory story = new LeadStory(practice, new LeadId("leadofimages"), clock);

    @Test
    void only_what_may_link_a_lead_makes_it_another_candidate() {
        story.begin(store, "m@example.com", null);
        Candidate begun = head().candidate();
        assertThat(begun.entered()).isEqualTo(clock.instant());

        story.then(store, new ContactEntry.NoteAdded("a note", null));
        assertThat(head().candidate()).isEqualTo(begun);

        story.then(store, new RecordEntry.FieldChanged(FieldKey.EMAIL, text("m@"), text("n@")));
        assertThat(head().candidate()).isNotEqualTo(begun);
        assertThat(head().candidate().mayTakeMoreThan(begun)).isTrue();
    }

    @Test
    void only_what_a_lead_is_found_by_names_it_otherwise() {
        LeadStory named = new LeadStory(practice, new LeadId("namedleadofimages"), clock);
        named.begin(store, "named@example.com", null);
        List<Object> begun = head(named.id()).named();

        named.then(store, new ContactEntry.NoteAdded("a note", null));
        assertThat(head(named.id()).named()).isEqualTo(begun);

        named.then(
                store, new RecordEntry.FieldChanged(FieldKey.LAST_NAME, text("Lee"), text("Li")));
        assertThat(head(named.id()).named()).isNotEqualTo(begun);
    }

    @Test
    void an_image_says_nothing_personal() {
        LeadStory other = new LeadStory(practice, new LeadId("openleadofimages"), clock);
        other.begin(store, "open@example.com", "+61417000009");

        assertThat(head(other.id()).toString())
                .contains(other.id().value())
                .doesNotContain("Monique", "open@example.com", "+61417000009");
    }

    @Test
    void the_image_of_a_commit_says_what_the_history_says_of_it_without_a_key() {
        LeadStory told = new LeadStory(practice, new LeadId("toldleadofimages"), clock);
        told.begin(store, "told@example.com", null);
        told.then(store, new ContactEntry.NoteAdded("a note", null));

        List<Histories.Appended> images =
                tables.history()
                        .partition(Keys.lead(practice, told.id()))
                        .map(item -> StreamImages.appended(image(item.attributes())).orElseThrow())
                        .toList();

        assertThat(images)
                .extracting(Histories.Appended::commit)
                .isEqualTo(store.histories().since(practice, told.id(), 0))
                .hasSize(2);
    }

    @Test
    void what_is_no_commit_tells_of_none() {
        LeadStory other = new LeadStory(practice, new LeadId("nocommitimages"), clock);
        other.begin(store, "n@example.com", null);
        Item head = tables.leads().get(Keys.head(practice, other.id())).orElseThrow();
        Map<String, AttributeValue> withoutHash = new HashMap<>(head.attributes());
        withoutHash.remove(HeadItem.HASH);

        assertThat(StreamImages.appended(null)).isEmpty();
        assertThat(StreamImages.appended(image(withoutHash))).isEmpty();
    }

    private static FieldValue text(String text) {
        return new FieldValue.Text(text);
    }

    private HeadImage head() {
        return head(story.id());
    }

    private HeadImage head(LeadId lead) {
        Item item = tables.leads().get(Keys.head(practice, lead)).orElseThrow();
        return StreamImages.head(image(item.attributes())).orElseThrow();
    }

    /** As a stream's record has it. */
    private static JsonNode image(Map<String, AttributeValue> attributes) {
        Map<String, JsonNode> image = new HashMap<>();
        attributes.forEach((name, value) -> image.put(name, attribute(value)));
        return JsonNode.createObjectNode(image);
    }

    private static JsonNode attribute(AttributeValue value) {
        return JsonNode.createObjectNode(
                switch (value.type()) {
                    case S -> Map.of("S", JsonNode.createStringNode(value.s()));
                    case N -> Map.of("N", JsonNode.createStringNode(value.n()));
                    case B ->
                            Map.of(
                                    "B",
                                    JsonNode.createStringNode(
                                            Base64.getEncoder()
                                                    .encodeToString(value.b().asByteArray())));
                    default -> throw new IllegalArgumentException("no such attribute: " + value);
                });
    }
}
