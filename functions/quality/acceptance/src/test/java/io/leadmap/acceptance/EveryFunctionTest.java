package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One lead meets every function, each through its own event of {@code template.yaml}. A function
 * that is added to the template and has no part in this fails the build.
 */
class EveryFunctionTest {

    private static final Pattern UNSUBSCRIBE = Pattern.compile("/unsubscribe/[A-Za-z0-9._~-]+");

    private final Leadmap leadmap = Leadmap.shared();
    private final Caller ava = leadmap.as("brightwater", "ava");

    @Test
    void a_lead_that_asks_is_written_to_unsubscribes_and_books_meets_every_function() {
        leadmap.submit(
                        "brightwater-enquiry",
                        Map.of(
                                "fullName", "Every Eve",
                                "email", "eve@example.com",
                                "phone", "0418 000 001"))
                .expect(303);
        String lead = ava.lead("eve@example.com").path("id").asText();
        JsonNode welcome =
                eventually(() -> leadmap.mailTo("eve@example.com"), mails -> mails.size() == 1)
                        .getFirst();
        leadmap.anyone()
                .post(
                        "/_local/mail/" + welcome.path("id").asText() + "/event",
                        Map.of("kind", "delivered"))
                .expect(202);
        eventually(() -> assertThat(ava.history(lead)).contains("emailDelivered"));
        ava.post("/leads/" + lead + "/calls", Map.of("outcome", "reached")).expect(200);
        ava.post("/leads/" + lead + "/emails", Map.of("macroId", "call-back")).expect(202);

        JsonNode drip = untilTheDripSends();
        Matcher link = UNSUBSCRIBE.matcher(drip.toString());
        assertThat(link.find()).as("no drip goes out without a way to stop it").isTrue();
        leadmap.anyone()
                .send(
                        "POST",
                        link.group(),
                        "List-Unsubscribe=One-Click",
                        "application/x-www-form-urlencoded",
                        Map.of())
                .expect(200);
        assertThat(ava.lead("eve@example.com").path("subscribed").asBoolean()).isFalse();

        Instant now = leadmap.now();
        new StandardPms(leadmap, "brightwater-pms")
                .post(
                        "evt-eve",
                        StandardPms.appointment(
                                "a-eve",
                                1,
                                "booked",
                                now,
                                now.plusSeconds(86_400),
                                null,
                                StandardPms.patient(
                                        "p-eve", "Every", "Eve", "eve@example.com", null)))
                .expect(202);
        eventually(() ->
                assertThat(ava.lead("eve@example.com").path("status").asText())
                        .isEqualTo("BOOKED"));

        eventually(() -> assertThat(missing()).isEmpty());
    }

    private JsonNode untilTheDripSends() {
        for (int day = 0; day < 6; day++) {
            List<JsonNode> mails = leadmap.mailTo("eve@example.com");
            for (JsonNode mail : mails) {
                if (mail.path("subject").asText().equals("What happens at your first visit")) {
                    return leadmap.anyone()
                            .send(
                                    "GET",
                                    "/_local/mail/" + mail.path("id").asText(),
                                    null,
                                    null,
                                    Map.of("Accept", "application/json"))
                            .expect(200)
                            .json();
                }
            }
            leadmap.advance("P1D");
        }
        throw new AssertionError("the drip's first mail did not come within its days");
    }

    /** Each function with the events of the template that have not set it off yet. */
    private Map<String, TreeSet<String>> missing() {
        JsonNode invoked = leadmap.anyone().get("/_local/functions").expect(200).json();
        Map<String, TreeSet<String>> missing = new TreeMap<>();
        SamTemplate.functions()
                .forEach((name, function) -> {
                    TreeSet<String> routes = new TreeSet<>();
                    TreeSet<String> others = new TreeSet<>();
                    for (Map.Entry<String, JsonNode> event : function.path("Events").properties()) {
                        JsonNode properties = event.getValue().path("Properties");
                        if (event.getValue().path("Type").asText().equals("HttpApi")) {
                            routes.add(
                                    properties.path("Method").asText()
                                            + " "
                                            + properties.path("Path").asText());
                        } else {
                            others.add(name + "." + event.getKey());
                        }
                    }
                    if (routes.isEmpty() && Set.of(name + ".Awake").containsAll(others)) {
                        others.add("direct");
                    }
                    if (routes.stream().anyMatch(invoked.path(name)::has)) {
                        routes.clear();
                    }
                    others.removeIf(invoked.path(name)::has);
                    others.addAll(routes);
                    if (!others.isEmpty()) {
                        missing.put(name, others);
                    }
                });
        return missing;
    }
}
