package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.conformance.Description.Operation;
import io.leadmap.practice.Document;
import io.leadmap.practice.Documents;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** Every configuration document is answered as described, alone and in its list. */
class PracticeDocumentsTest {

    private static Conversation conversation;

    @BeforeAll
    static void deploy() {
        conversation =
                new Conversation(
                        new Deployment(Instant.parse("2026-03-01T00:00:00Z")), "documents");
    }

    private static Operation operation(String key) {
        return Description.operations().stream()
                .filter(operation -> operation.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> documents() {
        Stream.Builder<String> names = Stream.builder();
        Description.DOCUMENT
                .path("paths")
                .path("/practice/{document}")
                .path("parameters")
                .path(0)
                .path("schema")
                .path("enum")
                .forEach(name -> names.add(name.asText()));
        return names.build();
    }

    @Test
    void every_kind_that_is_described_is_a_document_and_none_is_left_out() {
        assertThat(Documents.ALL)
                .extracting(Document::name)
                .containsExactlyInAnyOrderElementsOf(documents().toList());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_list_and_each_of_its_documents_fit_the_description(String document) {
        Answer list = conversation.get("/practice/" + document).expect(200);
        assertThat(Description.faults(operation("GET /practice/{document}"), list)).isEmpty();

        for (JsonNode item : list.json().path("items")) {
            String id = item.path(document.equals("fields") ? "key" : "id").asText();
            Answer one = conversation.get("/practice/" + document + "/" + id).expect(200);
            assertThat(Description.faults(operation("GET /practice/{document}/{id}"), one))
                    .as(one.body())
                    .isEmpty();
            assertThat(one.json()).isEqualTo(item);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void what_is_known_is_not_sent_again_until_it_changes(String document) {
        String path = "/practice/" + document;
        String tag = conversation.get(path).expect(200).headers().getOrDefault("etag", "");

        assertThat(known(path, tag).status()).isEqualTo(304);
        assertThat(known(path, "W/" + tag).status()).isEqualTo(304);
        assertThat(known(path, "\"other\", " + tag).status()).isEqualTo(304);
        assertThat(known(path, "\"1\"").status()).isEqualTo(200);

        conversation.post("/sources", "{\"name\":\"For " + document + "\"}").expect(201);
        assertThat(known(path, tag).status()).isEqualTo(200);
    }

    private static Answer known(String path, String tag) {
        return conversation.call("ava", "GET", path, Map.of("if-none-match", tag), "");
    }
}
