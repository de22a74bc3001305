package io.leadmap.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The product's doors, as browsers, agents, a PMS and the mail service go through them: HTTP. */
final class Doors implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";

    /** Tokens live 15 minutes. */
    private static final Duration SIGNED_IN = Duration.ofMinutes(10);

    /** A move over a night runs what became due. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final URI address;
    private final DemonstrationPractices practices;
    private final Map<String, Token> tokens = new HashMap<>();
    private Instant now = Instant.MIN;

    private record Token(String value, Instant until) {}

    /** How schedules behave when the clock is moved past their times. */
    enum Schedules {
        /** They wait for their next time. */
        NONE,
        /** Each that became due runs once, as after a machine was off. */
        ONCE
    }

    Doors(URI address, DemonstrationPractices practices) {
        this.address = address;
        this.practices = practices;
    }

    /** Moves the clock once what happened before has had its effects. */
    void moveTo(Instant time, Schedules schedules) {
        String word = schedules.name().toLowerCase(java.util.Locale.ROOT);
        post("/_local/clock", Map.of(), json(Map.of("set", time, "schedules", word)));
        now = time;
    }

    /** An operator's import. */
    void importPractice(JsonNode document) {
        JsonNode answer = post("/_local/functions/PracticeImport", Map.of(), document.toString());
        if (!answer.has("version")) {
            throw new IllegalStateException(
                    "the demonstration's practice %s was not imported: %s"
                            .formatted(document.path("practice").asText(), answer));
        }
    }

    /** The field of a form that people leave empty. */
    String honeypot(String formId) {
        return ask("GET", "/forms/" + formId, Map.of("accept", JSON_TYPE), null)
                .path("honeypot")
                .asText();
    }

    /** Submits a public form as a browser does. */
    void submit(String formId, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        post("/forms/" + formId, Map.of("content-type", "application/x-www-form-urlencoded"), body);
    }

    /** A person of a practice asks the API. */
    JsonNode as(
            String practice,
            String person,
            String method,
            String path,
            @Nullable Map<String, ?> body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("authorization", "Bearer " + token(practice, person));
        if (body != null) {
            headers.put("content-type", JSON_TYPE);
        }
        return ask(method, path, headers, body == null ? null : json(body));
    }

    private String token(String practice, String person) {
        Token known = tokens.get(practice + " " + person);
        if (known == null || known.until().isBefore(now)) {
            String token =
                    post(
                                    "/_local/token",
                                    Map.of(),
                                    json(Map.of("practice", practice, "agent", person)))
                            .path("token")
                            .asText();
            known = new Token(token, now.plus(SIGNED_IN));
            tokens.put(practice + " " + person, known);
        }
        return known.value();
    }

    /** The PMS of a connection posts an event with a good signature. */
    void webhook(String connectionId, String eventId, Map<String, ?> event) {
        String body = json(event);
        String timestamp = Long.toString(now.getEpochSecond());
        String secret = practices.secret(connectionId).orElseThrow();
        post(
                "/pms/" + connectionId,
                Map.of(
                        "content-type",
                        JSON_TYPE,
                        "webhook-id",
                        eventId,
                        "webhook-timestamp",
                        timestamp,
                        "webhook-signature",
                        "v1," + sign(secret, eventId + "." + timestamp + "." + body)),
                body);
    }

    /** The newest mail to an address, of those with or without an unsubscribe link. */
    JsonNode mailTo(String email, boolean unsubscribable) {
        return ask("GET", "/_local/mail", Map.of("accept", JSON_TYPE), null)
                .valueStream()
                .filter(mail -> mail.path("to").path(0).asText().contains(email))
                .filter(mail -> mail.path("headers").has("List-Unsubscribe") || !unsubscribable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing was mailed to " + email));
    }

    /** The recipient's server refuses a mail for good. */
    void bounce(JsonNode mail) {
        post(
                "/_local/mail/" + mail.path("id").asText() + "/event",
                Map.of(),
                json(Map.of("kind", "bounced")));
    }

    /** One click, as a mail program does it (RFC 8058). */
    void unsubscribe(JsonNode mail) {
        String link = mail.path("headers").path("List-Unsubscribe").asText();
        post(
                URI.create(link.replaceAll("[<>\\s]", "")).getRawPath(),
                Map.of("content-type", "application/x-www-form-urlencoded"),
                "List-Unsubscribe=One-Click");
    }

    /** The time there. */
    Instant time() {
        return Instant.parse(ask("GET", "/_local/clock", Map.of(), null).path("now").asText());
    }

    private JsonNode post(String path, Map<String, String> headers, String body) {
        return ask("POST", path, headers, body);
    }

    private JsonNode ask(
            String method, String path, Map<String, String> headers, @Nullable String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(
                        "the demonstration cannot be played: %s %s answers %d %s"
                                .formatted(method, path, answer.statusCode(), answer.body()));
            }
            boolean isJson =
                    answer.headers().firstValue("content-type").orElse("").contains("json");
            return isJson ? JSON.readTree(answer.body()) : JsonNodeFactory.instance.missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration cannot be played", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while playing", e);
        }
    }

    private static String json(Map<String, ?> body) {
        try {
            Map<String, Object> plain = new LinkedHashMap<>();
            body.forEach((key, value) ->
                    plain.put(key, value instanceof Instant ? value.toString() : value));
            return JSON.writeValueAsString(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sign(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
