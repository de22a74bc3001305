package io.leadmap.runtime.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.application.Backoff;
import io.leadmap.application.Deadline;
import io.leadmap.application.DueWork.Kind;
import io.leadmap.application.Unavailable;
import io.leadmap.application.lead.UnattendedWriter;
import io.leadmap.application.sweep.LeftTwice;
import io.leadmap.application.sweep.Sweep;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Entry.CallLogged.Outcome;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Role;
import io.leadmap.runtime.mail.MailDesk;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class SweepsTest {

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
        assertThat(desk.tim().lossReason()).isEqualTo(LossReason.NO_CONTACT);
        assertThat(desk.tim().liveDrips()).isEmpty();
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
                        desk.store,
                        () -> {
                            throw new Unavailable("the table refuses", null);
                        },
                        Backoff.NONE);
        Sweep sweep = new Sweep(desk.store, colliding, desk::now);

        assertThatThrownBy(() -> sweep.run(Kind.DEAD_LEAD, "test", Deadline.NONE))
                .asInstanceOf(InstanceOfAssertFactories.type(LeftTwice.class))
                .satisfies(left -> assertThat(left.items()).contains(MailDesk.TIM.value()));
        assertThat(sweep()).as("it stays due").containsEntry("changed", 1L);
    }

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
        assertThat(desk.state(Email.Kind.DRIP)).isEqualTo(MailState.SKIPPED);
    }

    @Test
    void a_longer_grace_moves_what_is_due() {
        desk.timAsks();
        threeCalls();
        desk.attemptGraceBecomes(Duration.ofDays(5));
        desk.passes(Duration.ofDays(2));

        assertThat(sweep()).containsEntry("due", 1L).containsEntry("changed", 0L);
        assertThat(sweep()).isEqualTo(NOTHING);

        desk.passes(Duration.ofDays(3));
        assertThat(sweep()).containsEntry("changed", 1L);
    }

    private void threeCalls() {
        desk.happens(AVA, new Command.LogCall(Outcome.NO_ANSWER, null));
        desk.happens(AVA, new Command.LogCall(Outcome.VOICEMAIL, null));
        desk.happens(AVA, new Command.LogCall(Outcome.WRONG_NUMBER, null));
    }

    private Map<String, Long> sweep() {
        return new DeadLeadSweepWork(desk.sweep).run(Deadline.NONE);
    }

    private Map<String, Long> drips() {
        return new DripSweepWork(desk.sweep).run(Deadline.NONE);
    }
}
