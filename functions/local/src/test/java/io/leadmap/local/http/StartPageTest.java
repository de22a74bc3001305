package io.leadmap.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.template.TemplateReader;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

class StartPageTest {
    private static final Path TEMPLATE =
            Path.of("..", "template", "src", "test", "resources", "probe", "template.yaml");

    private static String page(ArrayNode practices, boolean described) {
        StartPage page =
                new StartPage(
                        TemplateReader.read(
                                TEMPLATE,
                                Map.of("JwtIssuer", "https://people.example", "JwtAudience", "us")),
                        practices,
                        Instant.parse("2026-02-27T09:30:00Z"),
                        described,
                        "http://localhost:8080");
        return new String(page.response().body(), StandardCharsets.UTF_8);
    }

    @Test
    void each_practice_has_its_forms_and_a_token_to_be_had() {
        ArrayNode practices = JsonNodeFactory.instance.arrayNode();
        ObjectNode practice =
                practices.addObject().put("id", "north").put("name", "North & <Sons>");
        practice.put("timeZone", "Europe/London");
        practice.putArray("forms").addObject().put("id", "north-f1").put("name", "Call me");
        practice.putArray("people").addObject().put("id", "ava");

        assertThat(page(practices, true))
                .contains(
                        "<h2>North &amp; &lt;Sons&gt;</h2>",
                        "<a href=\"/forms/north-f1\">Call me</a>",
                        "curl -s http://localhost:8080/_local/token -d"
                            + " &#39;{&quot;practice&quot;:&quot;north&quot;,&quot;agent&quot;:&quot;ava&quot;}&#39;",
                        "<a href=\"/_local/openapi.yaml\">",
                        "<time datetime=\"2026-02-27T09:30:00Z\">2026-02-27 09:30:00 UTC</time>");
    }

    @Test
    void an_api_that_is_not_described_is_not_linked_to() {
        assertThat(page(JsonNodeFactory.instance.arrayNode(), false))
                .contains("<a href=\"/_local/mail\">The mailbox</a>")
                .doesNotContain("openapi");
    }
}
