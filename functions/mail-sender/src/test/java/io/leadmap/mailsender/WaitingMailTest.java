package io.leadmap.mailsender;

import static io.leadmap.domain.mail.Email.Kind.AUTOMATIC;
import static io.leadmap.domain.mail.Email.Kind.DRIP;
import static io.leadmap.domain.mail.Email.Kind.HAND_WRITTEN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.domain.practice.Role;
import io.leadmap.json.Json;
import io.leadmap.lambda.StreamRecord;
import io.leadmap.leads.Sweep;
import io.leadmap.mailsender.SendMail.Attempt;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.LeftTwice;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ports.OutgoingMail;
import io.leadmap.ports.Unavailable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Mail that cannot go out yet (domain sections 6 and 7, architecture decision 12). */
class WaitingMailTest {

    private static final Actor AVA = Actor.person("ava", "Ava", Set.of(Role.AGENT));
    private static final MailTransport THROTTLED = mail -> new Handover.NotYet("Throttling");
    private static final MailTransport BARRED =
            mail -> new Handover.Barred("domainNotVerified", "The domain is not verified yet.");

    private final SendingDesk desk = new SendingDesk();

    @Test
    void a_drip_mail_that_is_throttled_over_the_end_of_the_window_waits_for_the_next_opening() {
        desk.timAsks();
        until("2026-03-02T06:55:00Z"); // Monday, 17:55 in Melbourne
        desk.sweep.run(Sweep.Kind.DRIP, "drip-sweep", Deadline.NONE);
        EmailId drip = desk.mail(DRIP).email().id();
        assertThat(desk.sender(THROTTLED, desk.store.mailLedger()).send(drip))
                .isEqualTo(Attempt.NOT_TAKEN);

        for (int round = 0; round < 20; round++) { // until 19:35
            desk.passes(Duration.ofMinutes(5));
            desk.round(round == 0 ? THROTTLED : desk::arrives);
        }

        assertThat(desk.state(DRIP)).isEqualTo(MailState.QUEUED);
        Posted waits = desk.mail(DRIP);
        assertThat(waits.waiting()).extracting(Waiting::reason).isEqualTo(Waiting.Reason.WINDOW);
        assertThat(waits.notBefore()).isEqualTo(Instant.parse("2026-03-02T21:00:00Z"));

        until("2026-03-02T20:59:59Z");
        desk.round();
        assertThat(desk.state(DRIP)).isEqualTo(MailState.QUEUED);
        until("2026-03-02T21:00:00Z"); // Tuesday, 8:00
        desk.round();
        assertThat(desk.state(DRIP)).isEqualTo(MailState.SENT);
    }

    @Test
    void what_is_no_drip_goes_out_by_night() {
        until("2026-02-27T12:00:00Z"); // 23:00
        desk.timAsks();
        desk.happens(AVA, new Command.SendEmail("Hello", "<p>x</p>", null, List.of(), true));
        desk.round(THROTTLED);
        desk.passes(Duration.ofMinutes(5));

        desk.round();

        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
        assertThat(desk.state(HAND_WRITTEN)).isEqualTo(MailState.SENT);
    }

    @Test
    void automatic_mail_to_leads_of_forms_waits_beyond_the_practices_hourly_limit() {
        desk.automaticMailsPerHourBecome(2);
        for (int n = 0; n < 5; n++) {
            desk.asks(lead(n), "stranger%d@example.com".formatted(n), "+6140000000" + n);
            desk.passes(Duration.ofSeconds(1));
        }

        desk.round();
        assertThat(desk.arrived).filteredOn(mail -> mail.to().startsWith("stranger")).hasSize(2);
        assertThat(List.of(waits(2), waits(3), waits(4)))
                .extracting(Posted::notBefore)
                .containsExactly(
                        Instant.parse("2026-02-27T01:00:00Z"),
                        Instant.parse("2026-02-27T01:00:00Z"),
                        Instant.parse("2026-02-27T02:00:00Z"));
        assertThat(waits(4).waiting())
                .extracting(Waiting::reason)
                .isEqualTo(Waiting.Reason.HOURLY_LIMIT);

        until("2026-02-27T01:03:00Z");
        desk.round();
        assertThat(desk.arrived).filteredOn(mail -> mail.to().startsWith("stranger")).hasSize(4);
        until("2026-02-27T02:00:00Z");
        desk.round();
        assertThat(desk.arrived).filteredOn(mail -> mail.to().startsWith("stranger")).hasSize(5);
    }

    @Test
    void what_people_write_and_what_people_are_told_is_not_limited() {
        desk.automaticMailsPerHourBecome(1);
        desk.timAsks();
        desk.asks(lead(1), "other@example.com", "+61400000002");
        desk.happens(AVA, new Command.SendEmail("Hello", "<p>x</p>", null, List.of(), true));

        desk.round();

        assertThat(desk.arrived).hasSize(4); // two notices, one welcome mail, one by hand
        assertThat(desk.state(HAND_WRITTEN)).isEqualTo(MailState.SENT);
    }

    @Test
    void mail_that_a_suspension_meets_is_held_and_goes_out_when_the_lead_is_complete_again() {
        desk.timAsks();
        edit(FieldKey.PHONE, null);
        desk.round();
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.QUEUED);
        assertThat(desk.mail(AUTOMATIC).waiting())
                .extracting(Waiting::reason)
                .isEqualTo(Waiting.Reason.SUSPENSION);
        desk.passes(Duration.ofDays(3));
        desk.round();
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.QUEUED);

        edit(FieldKey.PHONE, "+61400000001");
        assertThat(desk.round()).containsEntry("sent", 1L);
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
        assertThat(desk.entries(MailEntry.EmailSkipped.class)).isEmpty();
    }

    @Test
    void held_mail_goes_to_the_address_that_the_lead_has_when_it_goes() {
        desk.timAsks();
        edit(FieldKey.EMAIL, null);
        desk.round();
        edit(FieldKey.EMAIL, "tim@new.example");

        desk.round();

        assertThat(desk.arrived)
                .filteredOn(mail -> mail.id().equals(desk.mail(AUTOMATIC).email().id()))
                .extracting(OutgoingMail::to)
                .containsExactly("tim@new.example");
    }

    @Test
    void a_lead_that_is_reinstated_while_its_sender_looks_away_gets_its_mail() {
        desk.timAsks();
        edit(FieldKey.PHONE, null);
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        SendMail sender =
                desk.sender(
                        desk::arrives,
                        new SendMailTest.Wrapped(desk.store.mailLedger()) {
                            @Override
                            public boolean putBack(EmailId id, Waiting waiting, Instant now) {
                                edit(FieldKey.PHONE, "+61400000001"); // between claim and putting
                                return super.putBack(id, waiting, now);
                            }
                        });

        assertThat(sender.send(welcome)).isEqualTo(Attempt.WAITS);
        desk.round();
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
    }

    private void edit(FieldKey field, @Nullable String value) {
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        desk.writer.write(
                welcome.practice(),
                welcome.lead(),
                AVA,
                new Cause(Cause.Kind.REQUEST, "r"),
                new Command.EditFields(
                        Map.of(field, Optional.ofNullable(value).map(FieldValue.Text::new))));
    }

    @Test
    void queued_mail_that_no_stream_delivered_is_sent_on() {
        desk.timAsks();
        desk.passes(Duration.ofMinutes(5));

        assertThat(desk.round()).containsEntry("sent", 2L); // the welcome mail and the notice
        assertThat(desk.round()).containsEntry("left", 0L).doesNotContainKey("sent");

        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
    }

    @Test
    void claimed_mail_whose_sender_is_gone_becomes_uncertain_and_is_never_sent_again() {
        desk.timAsks();
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        desk.store.mailLedger().claim(welcome, "gone", desk.now());
        desk.passes(Duration.ofMinutes(14));
        desk.round();
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.CLAIMED);

        desk.passes(Duration.ofMinutes(2));
        desk.round();
        desk.round();

        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.UNCERTAIN);
        assertThat(desk.arrived).noneMatch(mail -> mail.id().equals(welcome));
    }

    @Test
    void a_round_begins_nothing_shortly_before_its_end() {
        desk.timAsks();
        SortedMap<String, Long> counts = desk.round(desk::arrives, () -> true);

        assertThat(counts).containsEntry("left", 0L).doesNotContainKey("sent");
        assertThat(desk.arrived).isEmpty();
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.QUEUED);
    }

    @Test
    void a_mail_service_that_takes_nothing_for_long_is_a_fault() {
        desk.timAsks();
        for (int round = 0; round < 6; round++) {
            assertThat(desk.round(THROTTLED)).containsEntry("notTaken", 2L);
            desk.passes(Duration.ofMinutes(5));
        }
        desk.passes(Duration.ofMinutes(5));
        assertThatThrownBy(() -> desk.round(THROTTLED))
                .isInstanceOf(LeftTwice.class)
                .hasRootCauseInstanceOf(Unavailable.class);

        desk.passes(Duration.ofMinutes(5));
        assertThat(desk.round()).containsEntry("sent", 2L);
    }

    @Test
    void a_domain_that_is_not_verified_is_waited_for_however_long_and_no_tick_fails_for_it() {
        desk.timAsks();
        Instant asked = desk.now();
        List<Long> offered = new ArrayList<>();
        for (int minute = 0; minute < 24 * 60; minute += 5) {
            if (desk.round(BARRED).containsKey("barred")) {
                offered.add(Duration.between(asked, desk.now()).toMinutes());
            }
            desk.passes(Duration.ofMinutes(5));
        }

        assertThat(offered).startsWith(0L, 5L, 10L, 20L, 40L, 70L, 100L).hasSizeLessThan(55);
        assertThat(desk.mail(AUTOMATIC).state()).isEqualTo(MailState.QUEUED);
        assertThat(desk.mail(AUTOMATIC).waiting())
                .isNotNull()
                .satisfies(waiting -> {
                    assertThat(waiting.reason()).isEqualTo(Waiting.Reason.ACCOUNT);
                    assertThat(waiting.since()).isEqualTo(asked);
                    assertThat(waiting.found()).isEqualTo("The domain is not verified yet.");
                });
        assertThat(desk.entries(MailEntry.EmailFailed.class)).isEmpty();

        desk.passes(Duration.ofMinutes(30));
        assertThat(desk.round()).containsEntry("sent", 2L);
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
    }

    @Test
    void a_drip_that_waited_for_the_account_goes_out_inside_the_window_only() {
        desk.timAsks();
        until("2026-03-02T06:30:00Z"); // Monday, 17:30 in Melbourne
        desk.sweep.run(Sweep.Kind.DRIP, "drip-sweep", Deadline.NONE);
        for (int round = 0; round < 24; round++) { // until 19:30
            desk.round(BARRED);
            desk.passes(Duration.ofMinutes(5));
        }

        desk.round();
        assertThat(desk.mail(DRIP).notBefore()).isEqualTo(Instant.parse("2026-03-02T21:00:00Z"));
        until("2026-03-02T21:00:00Z");
        desk.round();
        assertThat(desk.state(DRIP)).isEqualTo(MailState.SENT);
    }

    @Test
    void a_mail_that_fails_before_it_is_handed_over_is_tried_again_and_holds_up_no_other() {
        desk.timAsks();
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        desk.becomesUnreadable(true);

        assertThatThrownBy(() -> desk.sender().send(welcome)).isInstanceOf(Unavailable.class);
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.QUEUED);

        desk.passes(Duration.ofMinutes(1));
        assertThat(desk.round()).containsEntry("notTaken", 2L); // the notice, too
        desk.becomesUnreadable(false);
        desk.passes(Duration.ofMinutes(1));
        assertThat(desk.round()).containsEntry("sent", 2L);
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
    }

    @Test
    void the_stream_passes_over_what_cannot_go_out_yet_and_begins_nothing_at_its_end()
            throws Json.Malformed {
        desk.timAsks();
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        MailStream stream = new MailStream(desk.sender(), desk::now);
        String later = "%011d%09d".formatted(desk.now().plusSeconds(60).getEpochSecond(), 0);
        String due = "%011d%09d".formatted(desk.now().getEpochSecond(), 0);

        stream.accept(queued(welcome, later));
        stream.accept(queued(welcome, due), () -> true);
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.QUEUED);

        stream.accept(queued(welcome, due), Deadline.NONE);
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
    }

    private static StreamRecord queued(EmailId mail, String notBefore) throws Json.Malformed {
        String image =
                "{\"id\":{\"S\":\"%s\"},\"state\":{\"S\":\"QUEUED\"},\"notBefore\":{\"S\":\"%s\"}}"
                        .formatted(mail, notBefore);
        return new StreamRecord(StreamRecord.Kind.MODIFY, "1", null, Json.read(image));
    }

    private Posted waits(int n) {
        return desk.store.mailLedger().ofLead(desk.practice.id(), lead(n)).stream()
                .filter(mail -> mail.email().kind() == AUTOMATIC)
                .findFirst()
                .orElseThrow();
    }

    private static LeadId lead(int n) {
        return new LeadId("stranger" + n + "0000000000000000");
    }

    private void until(String time) {
        desk.passes(Duration.between(desk.now(), Instant.parse(time)));
    }
}
