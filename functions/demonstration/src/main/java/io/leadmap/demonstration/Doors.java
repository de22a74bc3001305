package io.leadmap.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The product's doors, as browsers, agents and a PMS go through them. */
final class Doors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Theatre theatre;
    private final DemonstrationPractices practices;
    private final Map<String, String> leads = new HashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Doors(Theatre theatre, DemonstrationPractices practices) {
        this.theatre = theatre;
        this.practices = practices;
    }

    /** Submits a public form as a browser would. */
    void submit(String formId, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        send(
                "POST",
                "/forms/" + formId,
                "",
                Map.of("content-type", "application/x-www-form-urlencoded"),
                body);
    }

    /** A person of a practice posts JSON to the API. */
    void post(String practice, String person, String path, String json) {
        send(
                "POST",
                path,
                "",
                Map.of(
                        "content-type",
                        "application/json",
                        "authorization",
                        "Bearer " + token(practice, person)),
                json);
    }

    /** The PMS of a connection posts an event with a good signature. */
    void webhook(String connectionId, String eventId, String json) {
        String timestamp = Long.toString(theatre.now().getEpochSecond());
        String secret = practices.secret(connectionId).orElseThrow();
        send(
                "POST",
                "/pms/" + connectionId,
                "",
                Map.of(
                        "content-type",
                        "application/json",
                        "webhook-id",
                        eventId,
                        "webhook-timestamp",
                        timestamp,
                        "webhook-signature",
                        "v1," + sign(secret, eventId + "." + timestamp + "." + json)),
                json);
    }

    /** The id of the lead that this email finds. */
    String leadOf(String practice, String person, String email) {
        synchronized (leads) {
            String lead = leads.get(practice + " " + email);
            return lead == null ? find(practice, person, email) : lead;
        }
    }

    /** Looks at the Lead Sheet's first page, where the newest are, and remembers all of it. */
    private String find(String practice, String person, String email) {
        String page =
                send(
                        "GET",
                        "/leads",
                        "suspended=any",
                        Map.of("authorization", "Bearer " + token(practice, person)),
                        null);
        try {
            for (JsonNode lead : JSON.readTree(page).path("items")) {
                leads.put(practice + " " + lead.path("email").asText(), lead.path("id").asText());
            }
        } catch (IOException e) {
            throw new IllegalStateException(page, e);
        }
        String found = leads.get(practice + " " + email);
        if (found == null) {
            throw new IllegalStateException(email + " is not among the newest leads");
        }
        return found;
    }

    /** People sign in once for the whole story, for a signature takes long. */
    private String token(String practice, String person) {
        return tokens.computeIfAbsent(
                practice + " " + person,
                key -> theatre.signIn(practice, practices.person(practice, person).orElseThrow()));
    }

    private String send(
            String method,
            String path,
            String query,
            Map<String, String> headers,
            @Nullable String body) {
        Theatre.Reply reply = theatre.ask(method, path, query, headers, body);
        if (reply.status() >= 400) {
            throw new IllegalStateException(
                    "the demonstration cannot be played: %s %s answers %d %s"
                            .formatted(method, path, reply.status(), reply.body()));
        }
        return reply.body();
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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
