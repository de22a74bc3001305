package io.leadmap.leadupdates;

import static io.leadmap.desk.Desk.json;
import static io.leadmap.desk.Desk.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** An agent adds a person whose booking has just made a lead (domain section 9). */
class TakeOverTest {

    private static final String MONIQUE =
            "{\"firstName\":\"Monique\",\"lastName\":\"Lee\",\"email\":\"monique@example.com\","
                    + "\"ownerId\":\"ava\"}";
    private static final LeadId MADE = new LeadId("made0000000000000000000000");

    private final Desk desk = UpdatesDesk.open();

    @BeforeEach
    void moniqueHasBooked() {
        Instant now = desk.clock.instant();
        Appointment booked =
                new Appointment(
                        "pms",
                        "a-1",
                        1,
                        Appointment.State.BOOKED,
                        now,
                        now.plus(Duration.ofDays(30)),
                        null,
                        null,
                        null,
                        null,
                        "p-1",
                        now);
        Fields fields =
                Fields.of(Map.of(FieldKey.EMAIL, new FieldValue.Text("monique@example.com")));
        Command.BeginByAppointment begin = new Command.BeginByAppointment(fields, booked);
        Cause cause = new Cause(Cause.Kind.PMS, "e-1");
        Context context =
                desk.store
                        .suppressions()
                        .inform(
                                new Context(desk.practice, Actor.SYSTEM, cause, now, Set.of()),
                                null,
                                begin);
        Decision made = Decider.begin(MADE, begin, context);
        assertThat(desk.store.leads().append(Append.of(null, (Decision.Accepted) made)))
                .isEqualTo(new Appended.Stored());
    }

    @Test
    void the_lead_of_the_booking_is_answered_as_the_one_that_was_added() {
        desk.clock.advance(Duration.ofHours(12));

        HttpResponse added = desk.post("/leads", MONIQUE);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.headers()).containsEntry("Location", "/leads/" + MADE);
        JsonNode lead = json(added);
        assertThat(text(lead, "status")).isEqualTo("BOOKED");
        assertThat(text(lead, "channel")).isEqualTo("phone");
        assertThat(text(lead, "name")).isEqualTo("Monique Lee");
        assertThat(text(lead.get("owner"), "id")).isEqualTo("ava");
        assertThat(desk.get("/leads/" + MADE + "/history").text()).contains("leadTakenOver");
    }

    @Test
    void what_is_somebodys_already_is_not_taken_over_again() {
        String taken = text(json(desk.post("/leads", MONIQUE)), "id");
        String second = text(json(desk.post("/leads", MONIQUE)), "id");

        assertThat(taken).isEqualTo(MADE.value());
        assertThat(second).isNotEqualTo(MADE.value());
    }

    @Test
    void twelve_hours_later_it_is_another_lead() {
        desk.clock.advance(Duration.ofHours(12).plusSeconds(1));

        JsonNode lead = json(desk.post("/leads", MONIQUE));

        assertThat(text(lead, "id")).isNotEqualTo(MADE.value());
        assertThat(lead.get("duplicates").get(0).getStringValue()).isEqualTo(MADE.value());
    }

    @Test
    void a_source_is_added_on_the_spot_and_the_same_key_gives_the_same_lead() {
        String body = MONIQUE.replace("{", "{\"sourceName\":\"Radio\",");
        Map<String, String> key = Map.of("idempotency-key", "k-1");

        HttpResponse first = desk.post("/leads", body, key);
        HttpResponse again = desk.post("/leads", body, key);

        assertThat(text(json(first), "id")).isEqualTo(MADE.value());
        assertThat(text(json(first).get("source"), "name")).isEqualTo("Radio");
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void a_dry_run_says_what_would_be_taken_over_and_stores_nothing() {
        HttpResponse planned = desk.post("/leads?dryRun=true", MONIQUE);

        assertThat(planned.status()).isEqualTo(200);
        assertThat(planned.text()).contains("leadTakenOver");
        assertThat(desk.get("/leads/" + MADE).text()).contains("\"channel\":\"pms\"");
    }
}
