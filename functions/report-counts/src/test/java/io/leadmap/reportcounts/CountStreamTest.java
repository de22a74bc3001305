package io.leadmap.reportcounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.lambda.StreamRecord;
import io.leadmap.lambda.StreamRecord.Kind;
import io.leadmap.ports.NameIndex;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Which changes of heads make the consumer look at the names that leads are found by. */
class CountStreamTest {

    private final CountingDesk desk = new CountingDesk();
    private final List<LeadId> followed = new ArrayList<>();
    private final CountStream stream =
            new CountStream(
                    desk.counting,
                    new NameIndex() {
                        @Override
                        public void follow(PracticeId practice, LeadId lead) {
                            followed.add(lead);
                        }

                        @Override
                        public Found find(PracticeId practice, String beginning, int most) {
                            return new Found(List.of(), false);
                        }
                    });

    private static final String DAY = "2026-02-27T02:00:00Z";

    @Test
    void a_lead_is_named_when_it_begins_and_when_its_row_says_other_names_or_another_day() {
        accept(null, head("CREATED", DAY, "TGVl"));
        assertThat(followed).hasSize(1);
        accept(head("CREATED", DAY, "TGVl"), head("CREATED", DAY, "TGk="));
        assertThat(followed).hasSize(2);
        accept(head("CREATED", DAY, "TGk="), head("CREATED", "2026-02-26T02:00:00Z", "TGk="));
        assertThat(followed).hasSize(3).containsOnly(new LeadId("lead000001"));
    }

    @Test
    void whatever_else_a_lead_does_writes_no_name() {
        accept(head("CREATED", DAY, "TGVl"), head("CONTACTED", DAY, "TGVl"));
        assertThat(followed).isEmpty();
    }

    @Test
    void a_lead_that_is_gone_is_found_no_more() {
        accept(head("CREATED", DAY, "TGVl"), null);
        assertThat(followed).containsExactly(new LeadId("lead000001"));
    }

    private void accept(@Nullable JsonNode before, @Nullable JsonNode now) {
        stream.accept(new StreamRecord(Kind.MODIFY, "1", before, now));
    }

    private JsonNode head(String status, String created, String sealed) {
        try {
            return Json.read(
                    """
                    {"pk": {"S": "%s#lead000001"}, "sk": {"S": "head"}, "sealed": {"B": "%s"},
                     "open": {"S": "{\\"status\\":\\"%s\\",\\"division\\":\\"root\\",\\"created\\":\\"%s\\"}"}}
                    """
                            .formatted(desk.id, sealed, status, created));
        } catch (Json.Malformed e) {
            throw new AssertionError(e);
        }
    }
}
