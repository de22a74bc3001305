package io.leadmap.deadleadsweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.desk.MailDesk;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry.CallLogged.Outcome;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Role;
import io.leadmap.leads.Sweep;
import io.leadmap.leads.Sweep.Kind;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.LeftTwice;
import io.leadmap.ports.Unavailable;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Leads that nobody could reach and what the sweep makes of them. */
class DeadLeadsTest {

    private static final Actor AVA = Actor.person("ava", "Ava", Set.of(Role.AGENT));
    private static final Map<String, Long> NOTHING = Map.of("due", 0L, "changed", 0L, "left", 0L);

    private final MailDesk desk = new MailDesk();

    @Test
    void three_unanswered_calls_and_a_day_lose_the_lead_and_end_its_mail() {
        desk.timAsks();
        threeCalls();
        desk.passes(Duration.ofHours(23));
        assertThat(sweep()).isEqualTo(NOTHING);

        desk.passes(Duration.ofHours(1));
        assertThat(sweep()).containsEntry("changed", 1L);
        assertThat(sweep()).isEqualTo(NOTHING);

        assertThat(desk.tim().status()).isEqualTo(Status.LOST);
        assertThat(desk.tim().stage().lossReason()).isEqualTo(LossReason.NO_CONTACT);
        assertThat(desk.tim().drips().live()).isEmpty();
        assertThat(desk.state(Email.Kind.AUTOMATIC)).isEqualTo(MailState.SKIPPED);
    }

    @Test
    void a_lead_that_was_reached_once_is_left_alone() {
        desk.timAsks();
        desk.happens(AVA, new Command.LogCall(Outcome.REACHED, null));
        threeCalls();
        desk.passes(Duration.ofDays(9));

        assertThat(sweep()).isEqualTo(NOTHING);
        assertThat(desk.tim().status()).isEqualTo(Status.CONTACTED);
    }

    @Test
    void a_sweep_stops_in_time_and_the_rest_stays_due() {
        desk.timAsks();
        threeCalls();
        desk.passes(Duration.ofDays(2));
        AtomicInteger asked = new AtomicInteger();

        desk.sweep.run(Kind.DEAD_LEAD, "test", () -> asked.incrementAndGet() > 0);

        assertThat(desk.tim().status()).isEqualTo(Status.CREATED);
        assertThat(sweep()).containsEntry("changed", 1L);
    }

    @Test
    void a_lead_that_cannot_be_written_twice_in_a_row_is_named_and_fails_the_sweep() {
        desk.timAsks();
        threeCalls();
        desk.passes(Duration.ofDays(2));
        UnattendedWriter colliding =
                new UnattendedWriter(
                        desk.store.leads(),
                        desk.store.practices(),
                        desk.store.suppressions(),
                        () -> {
                            throw new Unavailable("the table refuses", null);
                        },
                        Backoff.NONE);
        Sweep sweep = new Sweep(desk.store.dueWork(), desk.store.practices(), colliding, desk::now);

        assertThatThrownBy(() -> sweep.run(Kind.DEAD_LEAD, "test", Deadline.NONE))
                .asInstanceOf(InstanceOfAssertFactories.type(LeftTwice.class))
                .satisfies(left -> assertThat(left.items()).contains(MailDesk.TIM.value()));
        assertThat(sweep()).as("it stays due").containsEntry("changed", 1L);
    }

    @Test
    void a_longer_grace_holds_from_the_next_tick() {
        desk.timAsks();
        threeCalls();
        desk.configures("\"attemptGrace\":\"PT24H\"", "\"attemptGrace\":\"P5D\"");
        desk.passes(Duration.ofDays(2));
        assertThat(sweep()).isEqualTo(NOTHING);

        desk.passes(Duration.ofDays(3));
        assertThat(sweep()).containsEntry("changed", 1L);
    }

    @Test
    void a_shorter_grace_holds_from_the_next_tick() {
        desk.timAsks();
        threeCalls();
        desk.passes(Duration.ofHours(1));
        assertThat(sweep()).isEqualTo(NOTHING);

        desk.configures("\"attemptGrace\":\"PT24H\"", "\"attemptGrace\":\"PT1H\"");
        assertThat(sweep()).containsEntry("changed", 1L);
    }

    @Test
    void a_lower_limit_takes_who_has_that_many_attempts_already() {
        desk.timAsks();
        desk.happens(AVA, new Command.LogCall(Outcome.NO_ANSWER, null));
        desk.happens(AVA, new Command.LogCall(Outcome.NO_ANSWER, null));
        desk.passes(Duration.ofDays(9));
        assertThat(sweep()).isEqualTo(NOTHING);

        desk.configures("\"attemptLimit\":3", "\"attemptLimit\":2");
        assertThat(sweep()).containsEntry("changed", 1L);
        assertThat(desk.tim().stage().lossReason()).isEqualTo(LossReason.NO_CONTACT);
    }

    @Test
    void a_limit_that_was_raised_and_lowered_again_is_the_limit() {
        desk.timAsks();
        threeCalls();
        desk.configures("\"attemptLimit\":3", "\"attemptLimit\":4");
        desk.passes(Duration.ofDays(2));
        assertThat(sweep()).isEqualTo(NOTHING);

        desk.configures("\"attemptLimit\":4", "\"attemptLimit\":3");
        assertThat(sweep()).containsEntry("changed", 1L);
    }

    @Test
    void a_sweep_that_is_switched_on_takes_what_waited() {
        desk.configures("\"deadLeads\":\"act\"", "\"deadLeads\":\"off\"");
        desk.timAsks();
        threeCalls();
        desk.passes(Duration.ofDays(2));
        assertThat(sweep()).isEqualTo(NOTHING);

        desk.configures("\"deadLeads\":\"off\"", "\"deadLeads\":\"act\"");
        assertThat(sweep()).containsEntry("changed", 1L);
    }

    @Test
    void what_was_proposed_is_not_proposed_again_and_given_up_when_the_practice_acts() {
        desk.configures("\"deadLeads\":\"act\"", "\"deadLeads\":\"propose\"");
        desk.timAsks();
        threeCalls();
        desk.passes(Duration.ofDays(2));
        assertThat(sweep()).containsEntry("changed", 1L);
        assertThat(sweep()).isEqualTo(NOTHING);
        assertThat(desk.tim().status()).isEqualTo(Status.CREATED);

        desk.configures("\"deadLeads\":\"propose\"", "\"deadLeads\":\"act\"");
        assertThat(sweep()).containsEntry("changed", 1L);
        assertThat(desk.tim().status()).isEqualTo(Status.LOST);
    }

    private void threeCalls() {
        desk.happens(AVA, new Command.LogCall(Outcome.NO_ANSWER, null));
        desk.happens(AVA, new Command.LogCall(Outcome.VOICEMAIL, null));
        desk.happens(AVA, new Command.LogCall(Outcome.WRONG_NUMBER, null));
    }

    private Map<String, Long> sweep() {
        return new DeadLeadSweepWork(desk.sweep).run(Deadline.NONE);
    }
}
