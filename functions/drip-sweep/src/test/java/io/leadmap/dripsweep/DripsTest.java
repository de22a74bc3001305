package io.leadmap.dripsweep;

import static io.leadmap.domain.mail.Email.Kind.AUTOMATIC;
import static io.leadmap.domain.mail.Email.Kind.DRIP;
import static io.leadmap.domain.mail.Email.Kind.NOTICE;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.MailDesk;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Role;
import io.leadmap.leads.Sweep;
import io.leadmap.ports.Deadline;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mail of drips that falls due (domain section 6). */
class DripsTest {

    private static final Actor AVA = Actor.person("ava", "Ava", Set.of(Role.AGENT));
    private static final Map<String, Long> NOTHING = Map.of("due", 0L, "changed", 0L, "left", 0L);

    private final MailDesk desk = new MailDesk();

    @Test
    void a_drip_waits_for_the_window_and_stops_when_the_lead_is_lost() {
        desk.timAsks(); // on a Friday; the first mail is due on Sunday
        desk.passes(Duration.ofDays(2));
        assertThat(drips()).containsEntry("changed", 0L);

        desk.passes(Duration.ofDays(1));
        assertThat(drips()).containsEntry("changed", 1L);

        desk.happens(
                AVA, new Command.SetStatus(Status.LOST, new LossReason("notInterested"), null));
        desk.passes(Duration.ofDays(9));
        assertThat(drips()).containsEntry("changed", 0L);
        assertThat(desk.state(DRIP)).isEqualTo(MailState.SKIPPED);
    }

    @Test
    void a_window_that_was_widened_after_the_enrolment_lets_the_mail_go_on_a_weekend() {
        desk.timAsks(); // on a Friday; the first mail is due on Sunday
        desk.passes(Duration.ofDays(2));
        assertThat(drips()).isEqualTo(NOTHING);

        desk.configures(
                "\"days\":[\"monday\",\"tuesday\",\"wednesday\",\"thursday\",\"friday\"],\"from\":\"08:00\"",
                "\"days\":[\"sunday\"],\"from\":\"08:00\"");
        assertThat(drips()).containsEntry("changed", 1L);
    }

    @Test
    void a_shorter_delay_and_a_mail_added_behind_reach_a_run_that_waits() {
        desk.timAsks();
        desk.passes(Duration.ofDays(3));
        assertThat(drips()).containsEntry("changed", 1L);
        desk.passes(Duration.ofDays(1));
        assertThat(drips()).isEqualTo(NOTHING);

        desk.configures("\"delay\":\"PT120H\"", "\"delay\":\"PT24H\"");
        assertThat(drips()).containsEntry("changed", 1L);
        assertThat(drips()).isEqualTo(NOTHING);
    }

    @Test
    void two_sweeps_at_once_queue_one_drip_mail() {
        desk.timAsks();
        desk.passes(Duration.ofDays(3));

        assertThat(desk.sweep.run(Sweep.Kind.DRIP, "a", Deadline.NONE))
                .isEqualTo(Map.of("due", 1L, "changed", 1L, "left", 0L));
        assertThat(desk.sweep.run(Sweep.Kind.DRIP, "b", Deadline.NONE))
                .isEqualTo(Map.of("due", 0L, "changed", 0L, "left", 0L));
        assertThat(desk.store.mailLedger().ofLead(desk.practice.id(), MailDesk.TIM))
                .filteredOn(posted -> posted.email().kind() == DRIP)
                .hasSize(1);
    }

    @Test
    void an_incomplete_lead_gets_no_drip_and_its_owner_is_told_at_once() {
        desk.timAsks(null);
        desk.passes(Duration.ofDays(3));
        desk.sweep.run(Sweep.Kind.DRIP, "drip-sweep", Deadline.NONE);

        assertThat(desk.store.mailLedger().ofLead(desk.practice.id(), MailDesk.TIM))
                .extracting(posted -> posted.email().kind())
                .containsExactly(NOTICE);

        desk.happens(
                AVA,
                new Command.EditFields(
                        Map.of(FieldKey.PHONE, Optional.of(new FieldValue.Text("+61400000001")))));
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.QUEUED);
    }

    private Map<String, Long> drips() {
        return new DripSweepWork(desk.sweep).run(Deadline.NONE);
    }
}
