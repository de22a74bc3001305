package io.leadmap.leadqueries;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.testkit.LeadStory;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Triggers that wait for their leads' reinstatement (domain section 2). */
class HeldReadsTest {

    private static final Trigger.Key WELCOME =
            new Trigger.Key(new Trigger.Anchor(Trigger.Anchor.Kind.FORM, "enquiry"), "welcome");

    private final Desk desk = QueriesDesk.open();

    @Test
    void suspended_leads_are_listed_with_what_waits_for_them_page_by_page() {
        LeadId first = held("first");
        LeadId second = held("second");
        lead("free").begin(desk.store, "free@example.com", null);
        lead("plain")
                .begin(desk.store, "plain@example.com", null)
                .then(desk.store, new SuspensionEntry.Suspended(SuspensionCause.INCOMPLETE));

        HttpResponse page = desk.get("/held?limit=1");
        assertThat(page.text())
                .contains(
                        second.value(),
                        "\"name\":\"Welcome a new enquiry\"",
                        "\"actions\":[{\"emailLead\":\"welcome\"}]",
                        "\"since\":\"2026-02-27T09:30:00.002Z\"")
                .doesNotContain(first.value());
        String next = Desk.text(Desk.json(page), "next");
        assertThat(desk.get("/held?limit=1&cursor=" + next).text()).contains(first.value());
        assertThat(desk.get("/held").text())
                .contains(first.value(), second.value(), "\"next\":null")
                .doesNotContain("free@example.com", "plain@example.com");
    }

    @Test
    void a_page_may_be_short_and_the_next_goes_on_behind_it() {
        LeadId old = held("old");
        for (int i = 0; i < HeldReads.READ; i++) {
            lead("n" + i).begin(desk.store, null, "+61444444444");
        }
        HttpResponse page = desk.get("/held");
        assertThat(page.text()).contains("\"items\":[]").doesNotContain("\"next\":null");
        String next = Desk.text(Desk.json(page), "next");
        assertThat(desk.get("/held?cursor=" + next).text()).contains(old.value());
    }

    @Test
    void providers_do_not_ask() {
        assertThat(desk.call("ruth", "[provider]", "GET", "/held", "", Map.of()).status())
                .isEqualTo(403);
    }

    private LeadId held(String name) {
        return lead(name)
                .begin(desk.store, name + "@example.com", null)
                .then(
                        desk.store,
                        new SuspensionEntry.Suspended(SuspensionCause.INCOMPLETE),
                        new TriggerEntry.TriggerHeld(
                                WELCOME, List.of(new Trigger.Action.EmailLead("welcome"))))
                .id();
    }

    private LeadStory lead(String name) {
        desk.clock.advance(Duration.ofMillis(1));
        return new LeadStory(desk.practice.id(), new LeadId("lead" + name + "00000"), desk.clock);
    }
}
