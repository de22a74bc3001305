package io.leadmap.leadupdates;

import static io.leadmap.desk.Desk.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which leads a record names as the same person's (domain section 2). */
class DuplicatesShownTest {

    private final Desk desk = UpdatesDesk.open();

    @Test
    void they_are_named_oldest_first_whatever_they_share() {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            desk.clock.advance(Duration.ofSeconds(1));
            added.add(desk.lead(i % 2 == 0 ? lee("", "0412 555 123") : lee("m@x.example", "")));
        }

        JsonNode last = json(desk.post("/leads", lee("m@x.example", "0412 555 123")));

        assertThat(duplicates(last)).isEqualTo(added);
    }

    @Test
    void they_are_found_among_many_who_share_a_switchboard() {
        for (int i = 0; i < 25; i++) {
            desk.lead(lee("", "0412 555 123").replace("Lee", "Other" + i));
        }
        String first = desk.lead(lee("", "0412 555 123"));

        JsonNode second = json(desk.post("/leads", lee("", "0412 555 123")));

        assertThat(duplicates(second)).containsExactly(first);
    }

    private static List<String> duplicates(JsonNode lead) {
        List<String> ids = new ArrayList<>();
        lead.get("duplicates").values().forEach(id -> ids.add(id.getStringValue()));
        return ids;
    }

    private static String lee(String email, String phone) {
        return """
        {"firstName": "Monique", "lastName": "Lee", "email": "%s", "phone": "%s"}
        """
                .formatted(email, phone);
    }
}
