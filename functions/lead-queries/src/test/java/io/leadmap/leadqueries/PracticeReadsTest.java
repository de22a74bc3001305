package io.leadmap.leadqueries;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class PracticeReadsTest {

    private final Desk desk = QueriesDesk.open();

    @ParameterizedTest
    @ValueSource(strings = {"/practice/settings", "/practice/people", "/practice/people/ava"})
    void a_document_is_sent_once_for_each_version_of_the_practice(String document) {
        HttpResponse first = desk.get(document);
        String etag = first.headers().getOrDefault("ETag", "");

        assertThat(first.status()).isEqualTo(200);
        assertThat(etag).startsWith("\"" + desk.practice.version() + "-");
        assertThat(known(document, etag).status()).isEqualTo(304);
        assertThat(known(document, etag).body()).isEmpty();
        assertThat(known(document, etag).headers()).containsEntry("ETag", etag);
        assertThat(known(document, "\"0\"").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/practice/secrets", "/practice/people/nobody"})
    void what_is_not_there_is_not_found_whatever_the_caller_has(String document) {
        assertThat(known(document, "*").status()).isEqualTo(404);
    }

    @Test
    void nothing_of_a_connections_secrets_is_shown() {
        assertThat(desk.get("/practice/connections").text()).doesNotContain("whsec");
        assertThat(desk.get("/practice/settings").status()).isEqualTo(200);
        assertThat(desk.get("/practice/people/ava").status()).isEqualTo(200);
        assertThat(desk.get("/practice/secrets").status()).isEqualTo(404);
    }

    private HttpResponse known(String document, String etag) {
        return desk.call("ava", "[agent]", "GET", document, "", Map.of("if-none-match", etag));
    }
}
