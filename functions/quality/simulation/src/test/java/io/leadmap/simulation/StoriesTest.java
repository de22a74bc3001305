package io.leadmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.simulation.actors.Configure;
import io.leadmap.simulation.actors.Configure.Change;
import io.leadmap.simulation.actors.SendForm;
import io.leadmap.simulation.actors.Spelling;
import io.leadmap.simulation.actors.Step;
import io.leadmap.simulation.actors.StreamFlows;
import io.leadmap.simulation.actors.Tick;
import io.leadmap.simulation.actors.TimePasses;
import io.leadmap.simulation.world.Fault;
import io.leadmap.simulation.world.Strike.Aim;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Short stories that a seed ended with once, while the product had a fault. */
class StoriesTest {

    private static final SendForm ADA = new SendForm("hillside", 0, Spelling.PLAIN, false, 1);

    @Test
    void a_mail_whose_hand_over_is_not_answered_is_not_handed_over_again() {
        holds(
                Step.of(ADA),
                Step.struck(
                        new StreamFlows("MailSender.Ledger"),
                        Aim.HANDOVER,
                        1,
                        1,
                        Fault.ANSWER_LOST));
    }

    @Test
    void a_mail_whose_sender_was_killed_after_the_hand_over_is_not_handed_over_again() {
        holds(
                Step.of(ADA),
                Step.struck(
                        new StreamFlows("MailSender.Ledger"),
                        Aim.HANDOVER,
                        1,
                        1,
                        Fault.KILLED_AFTER));
    }

    @Test
    void a_mail_before_a_campaign_s_others_is_not_sent_to_who_had_those() {
        holds(
                Step.of(ADA),
                Step.of(new TimePasses(Duration.ofDays(6))),
                Step.of(new Tick("DripSweep")),
                Step.of(new TimePasses(Duration.ofDays(6))),
                Step.of(new Configure("hillside", Change.DRIP_BEFORE)));
    }

    private static void holds(Step... steps) {
        assertThat(Simulation.violation(List.of(steps))).isEmpty();
    }
}
