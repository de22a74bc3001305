package io.leadmap.pmsworker;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.MailDesk;
import io.leadmap.domain.lead.Status;
import io.leadmap.lambda.Log;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.pms.KnownProviders;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.Progress.Consumer;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What PmsWorker's schedule finds of what its two streams forgot. */
class PmsCatchUpTest {

    private static final int TICKS_OF_HALF_A_DAY = 12;

    private final MailDesk desk = new MailDesk();
    private final PmsPorts ports =
            new PmsPorts(
                    desk.store.practices(),
                    desk.store.leads(),
                    desk.store.patients(),
                    desk.store.appointments(),
                    desk.store.suppressions(),
                    desk.store.toDos());
    private final PhoneNumbers phones = new InternationalPhones();
    private final IdSource ids = () -> "new00000000000000000000000";
    private final InboxEvents events =
            new InboxEvents(
                    new InterpretPmsEvent(
                            ports,
                            desk.store.inbox(),
                            new KnownProviders(),
                            phones,
                            ids,
                            desk::now,
                            Backoff.NONE),
                    new Log("PmsWorker", desk::now));
    private final PmsCatchUp catchUp =
            new PmsCatchUp(
                    desk.store.inbox(),
                    events,
                    desk.store.progress(),
                    new RelinkLead(ports, phones, ids, desk::now, Backoff.NONE),
                    desk::now);

    PmsCatchUpTest() {
        desk.configures("\"createLeadsForNewClients\":true", "\"createLeadsForNewClients\":false");
        desk.configures(
                "\"connections\":[]",
                """
                "connections":[{"id":"pms","provider":"standard",
                "secrets":["whsec_cmVwbGFjZS10aGlzLXdpdGgtYS1yYW5kb20tc2VjcmV0"],
                "startedAt":"2026-01-01T00:00:00Z"}]\
                """);
    }

    @Test
    void an_event_that_was_received_and_not_interpreted_moves_its_lead_at_the_next_tick() {
        desk.timAsks();
        receive("event-1", booking());
        desk.passes(Duration.ofMinutes(6));

        assertThat(catchUp.run(Deadline.NONE)).containsEntry("interpreted", 1L);

        assertThat(desk.tim().status()).isEqualTo(Status.BOOKED);
        assertThat(desk.store.inbox().waiting(desk.now(), 10)).isEmpty();
    }

    @Test
    void an_event_that_came_a_moment_ago_is_left_to_the_stream() {
        receive("event-1", booking());

        assertThat(catchUp.run(Deadline.NONE)).containsEntry("interpreted", 0L);
    }

    @Test
    void however_many_events_wait_all_have_their_turn() {
        for (int i = 0; i < 250; i++) {
            receive("event-" + i, "{}");
        }
        desk.passes(Duration.ofMinutes(6));

        assertThat(catchUp.run(Deadline.NONE)).containsEntry("interpreted", 250L);
    }

    @Test
    void leads_are_linked_however_many_events_wait_and_however_little_time_there_is() {
        receive("event-1", booking());
        events.interpret(key("event-1"));
        desk.timAsks();
        for (int i = 0; i < 250; i++) {
            receive("other-" + i, "{}");
        }

        for (int tick = 0; tick < TICKS_OF_HALF_A_DAY; tick++) {
            desk.passes(Duration.ofHours(1));
            AtomicInteger asked = new AtomicInteger();
            catchUp.run(() -> asked.incrementAndGet() > 15);
        }

        assertThat(desk.store.inbox().waiting(desk.now(), 300)).isNotEmpty();
        assertThat(desk.tim().status()).isEqualTo(Status.BOOKED);
    }

    @Test
    void a_lead_that_nobody_looked_at_is_linked_within_half_a_day_and_looked_at_once() {
        receive("event-1", booking());
        events.interpret(key("event-1"));
        desk.timAsks();

        assertThat(halfADay()).isPositive();

        assertThat(desk.tim().status()).isEqualTo(Status.BOOKED);
        assertThat(desk.store.progress().of(Consumer.LINKER, desk.practice.id(), desk.tim().id()))
                .isPositive();
        halfADay();
        assertThat(halfADay()).isZero();
    }

    private long halfADay() {
        long linked = 0;
        for (int tick = 0; tick < TICKS_OF_HALF_A_DAY; tick++) {
            desk.passes(Duration.ofHours(1));
            linked += catchUp.run(Deadline.NONE).getOrDefault("linked", 0L);
        }
        return linked;
    }

    private void receive(String event, String body) {
        desk.store.inbox().store(new Inbox.Received(key(event), body, desk.now()));
    }

    private Inbox.Key key(String event) {
        return new Inbox.Key(desk.practice.id(), "pms", event);
    }

    /** Tim is booked. */
    private String booking() {
        return """
        {"type": "appointment.changed", "data": {"appointmentId": "a-1", "version": 1,
         "state": "booked", "updatedAt": "%s", "bookedAt": "%s",
         "startsAt": "2026-04-03T09:00:00Z",
         "patient": {"id": "p-1", "firstName": "Tim", "lastName": "Cook",
           "email": "tim@example.com"}}}
        """
                .formatted(desk.now(), desk.now());
    }
}
