package io.leadmap.mailsender;

import static io.leadmap.domain.mail.Email.Kind.DRIP;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.leads.Sweep;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.MailTransport.Handover;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A change of settings holds from the next tick, for mail that waits, too (domain section 3). */
class EarlierMailTest {

    private static final MailTransport THROTTLED = mail -> new Handover.NotYet("Throttling");

    private final SendingDesk desk = new SendingDesk();

    @Test
    void a_drip_that_waits_for_the_window_goes_at_the_next_tick_after_it_was_widened() {
        aDripWaitsForTuesday();
        desk.passes(Duration.ofMinutes(5));
        assertThat(desk.round()).containsEntry("letGo", 0L);

        desk.configures("\"to\":\"18:00\"", "\"to\":\"22:00\"");
        desk.passes(Duration.ofMinutes(5));

        assertThat(desk.round()).containsEntry("letGo", 1L).containsEntry("sent", 1L);
        assertThat(desk.state(DRIP)).isEqualTo(MailState.SENT);
    }

    @Test
    void a_window_that_now_opens_earlier_but_not_yet_is_waited_for() {
        aDripWaitsForTuesday();

        desk.configures("\"from\":\"08:00\"", "\"from\":\"06:00\"");
        desk.passes(Duration.ofMinutes(5));
        desk.round();

        assertThat(desk.mail(DRIP).notBefore()).isEqualTo(Instant.parse("2026-03-02T19:00:00Z"));
        until("2026-03-02T19:00:00Z");
        desk.round();
        assertThat(desk.state(DRIP)).isEqualTo(MailState.SENT);
    }

    @Test
    void a_raised_limit_lets_as_much_go_as_it_says_and_the_rest_earlier_than_it_was_to() {
        desk.automaticMailsPerHourBecome(2);
        strangersAsk(9);
        desk.round();
        assertThat(reached()).isEqualTo(2);

        desk.automaticMailsPerHourBecome(5);
        desk.passes(Duration.ofMinutes(5));
        desk.round();
        assertThat(reached()).isEqualTo(5);

        until("2026-02-27T01:00:00Z"); // beside places that were booked and not needed
        desk.round();
        assertThat(reached()).isEqualTo(8);
        until("2026-02-27T02:00:00Z"); // not 04:00
        desk.round();
        assertThat(reached()).isEqualTo(9);
    }

    @Test
    void another_setting_costs_no_mail_its_place() {
        desk.automaticMailsPerHourBecome(2);
        strangersAsk(5);
        desk.round();
        List<Instant> places = places();

        desk.configures("\"to\":\"18:00\"", "\"to\":\"19:00\"");
        desk.passes(Duration.ofMinutes(5));

        assertThat(desk.round()).containsEntry("letGo", 0L);
        assertThat(places()).isEqualTo(places);
    }

    @Test
    void a_lowered_limit_pulls_nothing_forward() {
        desk.automaticMailsPerHourBecome(3);
        strangersAsk(7);
        desk.round();

        desk.automaticMailsPerHourBecome(2);
        desk.passes(Duration.ofMinutes(5));

        assertThat(desk.round()).containsEntry("letGo", 0L);
        assertThat(reached()).isEqualTo(3);
    }

    @Test
    void the_waiting_mail_of_a_practice_is_read_once_a_configuration() {
        aDripWaitsForTuesday();
        List<Boolean> asked = new ArrayList<>();
        MailLedger counting =
                new SendMailTest.Wrapped(desk.store.mailLedger()) {
                    @Override
                    public Later later(Instant now, int limit, Predicate<PracticeId> wanted) {
                        return super.later(
                                now,
                                limit,
                                practice -> {
                                    asked.add(wanted.test(practice));
                                    return wanted.test(practice);
                                });
                    }
                };
        EarlierMail earlier =
                new EarlierMail(
                        counting,
                        desk.store.practices(),
                        new MailAllowance(desk.store.mailLimits()),
                        desk::now);

        earlier.release();
        earlier.release();
        desk.configures("\"from\":\"08:00\"", "\"from\":\"08:30\"");
        earlier.release();
        earlier.release();

        assertThat(asked).containsExactly(true, false, true, false);
    }

    @Test
    void a_practice_whose_mail_stands_behind_what_is_looked_at_is_asked_again() {
        aDripWaitsForTuesday();
        MailLedger crowded =
                new SendMailTest.Wrapped(desk.store.mailLedger()) {
                    private boolean crowd = true;

                    @Override
                    public Later later(Instant now, int limit, Predicate<PracticeId> wanted) {
                        Later found = super.later(now, limit, wanted);
                        Later seen = crowd ? new Later(List.of(), true) : found;
                        crowd = false;
                        return seen;
                    }
                };
        EarlierMail earlier =
                new EarlierMail(
                        crowded,
                        desk.store.practices(),
                        new MailAllowance(desk.store.mailLimits()),
                        desk::now);
        desk.configures("\"to\":\"18:00\"", "\"to\":\"22:00\"");

        assertThat(earlier.release()).isEmpty();
        assertThat(earlier.release()).containsExactly(desk.mail(DRIP).email().id());
    }

    /** Monday, a little after 18:00 in Melbourne, with a drip mail that was throttled before. */
    private void aDripWaitsForTuesday() {
        desk.timAsks();
        until("2026-03-02T06:55:00Z");
        desk.sweep.run(Sweep.Kind.DRIP, "drip-sweep", Deadline.NONE);
        EmailId drip = desk.mail(DRIP).email().id();
        desk.sender(THROTTLED, desk.store.mailLedger()).send(drip);
        desk.passes(Duration.ofMinutes(10));
        desk.round();
        assertThat(desk.mail(DRIP).notBefore()).isEqualTo(Instant.parse("2026-03-02T21:00:00Z"));
    }

    private void strangersAsk(int number) {
        for (int n = 0; n < number; n++) {
            desk.asks(stranger(n), "stranger%d@example.com".formatted(n), "+6140000000" + n);
            desk.passes(Duration.ofSeconds(1));
        }
    }

    private static LeadId stranger(int n) {
        return new LeadId("stranger" + n + "0000000000000000");
    }

    private List<Instant> places() {
        List<Instant> places = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            desk.store.mailLedger().ofLead(desk.practice.id(), stranger(n)).stream()
                    .filter(mail -> mail.state() == MailState.QUEUED)
                    .forEach(mail -> places.add(mail.notBefore()));
        }
        return places;
    }

    private long reached() {
        return desk.arrived.stream().filter(mail -> mail.to().startsWith("stranger")).count();
    }

    private void until(String time) {
        desk.passes(Duration.between(desk.now(), Instant.parse(time)));
    }
}
