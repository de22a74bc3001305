package io.leadmap.structure;

import static io.leadmap.structure.ExpandedTemplate.elements;
import static io.leadmap.structure.ExpandedTemplate.pointsAt;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who may do what with what is kept, whatever their own policies say, and how long it is kept. */
class KeptDataTest {
    private static final Duration LONG_WEEKEND = Duration.ofDays(4);

    private static ExpandedTemplate template = ExpandedTemplate.NONE;

    @BeforeAll
    static void readTheTemplate() {
        template = ExpandedTemplate.read();
    }

    @Test
    void the_key_is_granted_to_nobody_but_services_that_hold_our_data() {
        JsonNode key = requireNonNull(template.properties("AWS::KMS::Key").get("Key"));
        List<JsonNode> granting =
                elements(key.at("/KeyPolicy/Statement"))
                        .filter(statement ->
                                elements(statement.path("Action"))
                                        .anyMatch(a -> a.asText().equals("kms:CreateGrant")))
                        .toList();
        assertThat(granting)
                .hasSize(1)
                .allSatisfy(statement -> {
                    assertThat(elements(statement.path("Action"))).hasSize(1);
                    assertThat(
                                    statement
                                            .at("/Condition/Bool/kms:GrantIsForAWSResource")
                                            .asBoolean())
                            .isTrue();
                    assertThat(statement.at("/Condition/StringEquals/kms:ViaService").toString())
                            .contains("dynamodb.");
                });
    }

    /**
     * What the service lets a table's policy name of what changes or removes an item (DynamoDB's
     * developer guide, "API operations supported by resource-based policies"; PartiQL's actions:
     * "IAM security policies with PartiQL"). Transactions ask for the actions of their parts.
     */
    @Test
    void every_way_to_change_a_history_is_forbidden_to_everybody() {
        JsonNode table =
                requireNonNull(template.properties("AWS::DynamoDB::Table").get("HistoryTable"));
        JsonNode statement = table.at("/ResourcePolicy/PolicyDocument/Statement/0");
        assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
        assertThat(statement.path("Principal").asText()).isEqualTo("*");
        assertThat(elements(statement.path("Action")).map(JsonNode::asText))
                .containsExactlyInAnyOrder(
                        "dynamodb:UpdateItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:BatchWriteItem",
                        "dynamodb:PartiQLUpdate",
                        "dynamodb:PartiQLDelete",
                        "dynamodb:PartiQLInsert");
    }

    /** An event of SES names whom it is about; a position in a stream names nobody. */
    @Test
    void a_queue_that_holds_whole_events_forgets_after_a_long_weekend() {
        Set<String> whole = new TreeSet<>();
        template.properties("AWS::Lambda::EventInvokeConfig")
                .values()
                .forEach(config ->
                        pointsAt(config.at("/DestinationConfig/OnFailure/Destination"))
                                .ifPresent(whole::add));
        assertThat(whole).contains("MailEventsDeadLetters");
        assertThat(whole)
                .allSatisfy(queue ->
                        assertThat(
                                        requireNonNull(
                                                        template.properties("AWS::SQS::Queue")
                                                                .get(queue))
                                                .path("MessageRetentionPeriod")
                                                .asLong())
                                .isBetween(1L, LONG_WEEKEND.toSeconds()));
        assertThat(Room.read(Room.HOUSE.resolve("infrastructure/bus/REDRIVE.md"))).contains(whole);
    }
}
