package io.leadmap.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadmap.local.delivery.Timeline;
import io.leadmap.local.demonstration.Practices;
import io.leadmap.local.demonstration.Stage;
import io.leadmap.local.demonstration.Story;
import io.leadmap.local.time.RunnerClock;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Plays the demonstration through the gateway, as browsers, agents and a PMS would call it. */
public final class InProcessStage implements Stage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDRESS = "127.0.0.1";

    private final Gateway gateway;
    private final Identity identity;
    private final Practices practices;
    private final Timeline timeline;
    private final RunnerClock clock;
    private final Map<String, String> leads = new HashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** Before the socket serves anybody else. */
    public InProcessStage(
            Gateway gateway,
            Identity identity,
            Practices practices,
            Timeline timeline,
            RunnerClock clock) {
        this.gateway = gateway;
        this.identity = identity;
        this.practices = practices;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public void advanceTo(Instant time) {
        clock.moveTo(time);
    }

    @Override
    public void settle() {
        timeline.deliverAll();
    }

    @Override
    public void submit(String formId, Map<String, String> fields) {
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

    @Override
    public String call(String practice, String person, String method, String path, String json) {
        return send(
                method,
                path,
                "",
                Map.of(
                        "content-type",
                        "application/json",
                        "authorization",
                        "Bearer " + token(practice, person)),
                json);
    }

    @Override
    public void webhook(String connectionId, String eventId, String json) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
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

    @Override
    public String leadOf(String practice, String person, String email) {
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

    @Override
    public void sweep() {
        timeline.catchUp();
    }

    /** People sign in once for the whole story, for a signature takes long. */
    private String token(String practice, String person) {
        return tokens.computeIfAbsent(
                practice + " " + person,
                key -> {
                    Practices.Person who = practices.person(practice, person).orElseThrow();
                    return identity.token(practice, person, who.roles(), Story.LENGTH);
                });
    }

    private String send(
            String method,
            String path,
            String query,
            Map<String, String> headers,
            @Nullable String body) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("host", List.of("localhost"));
        all.put("accept", List.of("application/json"));
        Response response =
                gateway.answer(
                        new Request(
                                method,
                                path,
                                query,
                                "HTTP/1.1",
                                ADDRESS,
                                all,
                                body == null
                                        ? new byte[0]
                                        : body.getBytes(StandardCharsets.UTF_8)));
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (response.status() >= 400) {
            throw new IllegalStateException(
                    "the demonstration cannot be played: %s %s answers %d %s"
                            .formatted(method, path, response.status(), text));
        }
        return text;
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
