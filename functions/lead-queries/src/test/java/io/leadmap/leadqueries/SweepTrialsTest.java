package io.leadmap.leadqueries;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.domain.history.ContactEntry.CallLogged;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.leads.Sweep;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Deadline;
import io.leadmap.testkit.LeadStory;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** What a sweep would do, asked before it does (section Work and reports of the API). */
class SweepTrialsTest {

    private static final String DEAD = "/sweeps/DeadLeadSweep/dry-run";
    private static final String DRIPS = "/sweeps/DripSweep/dry-run";

    private final Desk desk = QueriesDesk.open();

    @Test
    void what_is_said_of_three_days_on_is_what_the_sweep_then_does() {
        LeadStory dead = lead("dead00000000000000000000000").begin(desk.store, "a@b.com", null);
        LeadStory alive = lead("alive0000000000000000000000").begin(desk.store, "c@d.com", null);
        call(dead, 3);
        call(alive, 2);
        assertThat(desk.post(DEAD, "").text())
                .contains(
                        "\"would\":[]", "\"because\":\"grace\",\"from\":\"2026-02-28T09:30:00Z\"");

        HttpResponse later = desk.post(DEAD, "{\"at\":\"2026-03-02T09:30:00Z\"}");

        assertThat(later.text())
                .contains(
                        "\"would\":[{\"leadId\":\"" + dead.id() + "\"",
                        "\"attempts\":3,\"campaignId\":null,\"action\":\"giveUp\"}]",
                        "\"wouldNot\":[{\"leadId\":\"" + alive.id() + "\"",
                        "\"because\":\"attempts\",\"from\":null}]",
                        "\"next\":null");
        assertThat(status(dead)).isEqualTo(Status.CREATED);
        desk.clock.advance(Duration.ofDays(3));
        new Sweep(
                        desk.store.dueWork(),
                        desk.store.practices(),
                        new UnattendedWriter(
                                desk.store.leads(),
                                desk.store.practices(),
                                desk.store.suppressions(),
                                desk.clock,
                                Backoff.NONE),
                        desk.clock)
                .run(Sweep.Kind.DEAD_LEAD, "dead-lead-sweep", Deadline.NONE);
        assertThat(status(dead)).isEqualTo(Status.LOST);
        assertThat(status(alive)).isEqualTo(Status.CREATED);
    }

    @Test
    void a_drip_is_tried_page_by_page_with_its_campaign() {
        for (int i = 0; i < 3; i++) {
            lead("drip%022d".formatted(i))
                    .begin(desk.store, i + "@b.com", "+61444444444")
                    .then(desk.store, new DripEntry.DripEnrolled("physio-101", true, false));
        }
        HttpResponse first = desk.post(DRIPS + "?limit=2", "");
        assertThat(first.text())
                .contains("\"campaignId\":\"physio-101\",\"because\":\"delay\"", "\"would\":[]");
        String next = Desk.text(Desk.json(first), "next");
        assertThat(desk.post(DRIPS + "?limit=2&cursor=" + next, "").text())
                .contains("\"wouldNot\":[{", "\"next\":null")
                .doesNotContain("drip%022d".formatted(0));
        assertThat(desk.post(DRIPS, "{\"at\":\"2026-03-02T01:00:00Z\"}").text())
                .contains("\"action\":\"sendMail\"", "\"wouldNot\":[]");
    }

    @Test
    void neither_the_past_nor_another_sweep_is_tried_and_providers_do_not_ask() {
        for (String at : new String[] {"2026-02-27T09:29:59Z", "2028-02-27T09:29:59Z"}) {
            assertThat(desk.post(DEAD, "{\"at\":\"" + at + "\"}").status()).isEqualTo(422);
        }
        assertThat(desk.post("/sweeps/MailSender/dry-run", "").status()).isEqualTo(404);
        assertThat(desk.call("ruth", "[provider]", "POST", DEAD, "", Map.of()).status())
                .isEqualTo(403);
    }

    private LeadStory lead(String id) {
        return new LeadStory(desk.practice.id(), new LeadId(id), desk.clock);
    }

    private void call(LeadStory lead, int times) {
        for (int i = 0; i < times; i++) {
            lead.then(desk.store, new CallLogged(CallLogged.Outcome.NO_ANSWER, null));
        }
    }

    private Status status(LeadStory lead) {
        return desk.store.leads().find(desk.practice.id(), lead.id()).orElseThrow().status();
    }
}
