package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.template.TemplateReader;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the functions that people call need to know them, and no more (decision 27). */
class PeopleRoutesTest {

    private static final JsonNode TEMPLATE =
            TemplateReader.asWritten(Room.HOUSE.resolve("template.yaml"));

    private static List<String> functions() {
        return TEMPLATE.path("Resources").properties().stream()
                .filter(resource ->
                        resource.getValue()
                                .path("Type")
                                .asText()
                                .equals("AWS::Serverless::Function"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static JsonNode function(String name) {
        return TEMPLATE.path("Resources").path(name).path("Properties");
    }

    private static Stream<String> withARouteForPeople() {
        return functions().stream()
                .filter(name ->
                        function(name)
                                .path("Events")
                                .valueStream()
                                .filter(event -> event.path("Type").asText().equals("HttpApi"))
                                .anyMatch(event ->
                                        !event.at("/Properties/Auth/Authorizer")
                                                .asText()
                                                .equals("NONE")));
    }

    private static List<String> managed(String function) {
        return function(function)
                .path("Policies")
                .valueStream()
                .map(policy -> policy.path("Ref").asText())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<String> actions(Stream<JsonNode> statements) {
        return statements
                .flatMap(statement ->
                        statement.path("Action").isArray()
                                ? statement.path("Action").valueStream()
                                : Stream.of(statement.path("Action")))
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }

    @Test
    void whoever_answers_people_knows_their_claims_and_may_remember_whom_it_let_in() {
        assertThat(withARouteForPeople()).contains("LeadQueries", "LeadUpdates");
        assertThat(withARouteForPeople())
                .allSatisfy(name -> {
                    assertThat(managed(name)).contains("LetsPeopleIn");
                    JsonNode variables = function(name).at("/Environment/Variables");
                    assertThat(variables.at("/PRACTICE_CLAIM/Ref").asText())
                            .isEqualTo("PracticeClaim");
                    assertThat(variables.at("/ROLES_CLAIM/Ref").asText()).isEqualTo("RolesClaim");
                });
        assertThat(functions().stream().filter(name -> managed(name).contains("LetsPeopleIn")))
                .containsExactlyElementsOf(withARouteForPeople().toList());
    }

    @Test
    void what_only_reads_writes_nothing_but_whom_it_let_in() {
        assertThat(managed("LeadQueries")).containsExactly("LetsPeopleIn");
        assertThat(
                        actions(
                                function("LeadQueries")
                                        .path("Policies")
                                        .valueStream()
                                        .flatMap(policy -> policy.path("Statement").valueStream())))
                .isNotEmpty()
                .isSubsetOf(
                        "dynamodb:GetItem",
                        "dynamodb:BatchGetItem",
                        "dynamodb:Query",
                        "kms:Decrypt");
        JsonNode only = TEMPLATE.at("/Resources/LetsPeopleIn/Properties/PolicyDocument/Statement");
        assertThat(only).hasSize(1);
        assertThat(actions(only.valueStream())).containsExactly("dynamodb:PutItem");
        assertThat(only.at("/0/Resource/Fn::GetAtt").toString()).contains("PracticeTable");
        assertThat(only.at("/0/Condition").toString())
                .isEqualTo(
                        "{\"ForAllValues:StringLike\":{\"dynamodb:LeadingKeys\":[\"*#signIns\"]}}");
    }
}
