package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.database.TestDatabase;
import io.leadmap.domain.practice.Bindings;
import io.leadmap.domain.practice.Bindings.Binding;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.testkit.MovableClock;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** How sign-ins are kept: access pattern 21 of {@code TABLES.md}. */
class KeptSignInsTest {

    private static final PracticeId PRACTICE = Configured.practice("signins1");
    private static final String SUBJECT = "auth0|5f7c8ec7c33c6c004bbafe82";

    private final TestDatabase database = TestDatabase.shared();

    /** The key that {@code template.yaml} lets functions write that only read otherwise. */
    @Test
    void a_practice_s_sign_ins_are_one_item_that_says_nothing_of_them() {
        DynamoStore store =
                new DynamoStore(
                        database.client(),
                        database.environment(),
                        DynamoStoreSuite.KEYS,
                        new MovableClock(Instant.parse("2026-02-27T09:30:00Z")),
                        Backoff.NONE,
                        new Invocation());
        Bindings bound =
                Bindings.NONE
                        .with("ava", new Binding(SUBJECT, 1))
                        .with("mei", new Binding("auth0|9", 1));

        assertThat(store.signIns().store(PRACTICE, bound)).isTrue();

        Map<String, AttributeValue> item = item();
        assertThat(item).containsKey("sealed");
        item.forEach((name, value) ->
                assertThat(text(value)).as(name).doesNotContain("ava", "5f7c8ec7"));
        assertThat(store.signIns().of(PRACTICE).byPerson()).isEqualTo(bound.byPerson());
    }

    private Map<String, AttributeValue> item() {
        return database.client()
                .getItem(
                        GetItemRequest.builder()
                                .tableName(database.environment().get("PRACTICE_TABLE"))
                                .key(
                                        Map.of(
                                                "pk", AttributeValue.fromS("signins1#signIns"),
                                                "sk", AttributeValue.fromS("bindings")))
                                .build())
                .item();
    }

    private static String text(AttributeValue value) {
        return value.b() == null
                ? value.toString()
                : value.b().asString(StandardCharsets.ISO_8859_1);
    }
}
