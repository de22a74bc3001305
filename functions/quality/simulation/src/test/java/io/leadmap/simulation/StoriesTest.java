package io.leadmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.simulation.actors.Configure;
import io.leadmap.simulation.actors.Configure.Change;
import io.leadmap.simulation.actors.MailServiceTells;
import io.leadmap.simulation.actors.MailServiceTells.News;
import io.leadmap.simulation.actors.ScheduleTicks;
import io.leadmap.simulation.actors.SendForm;
import io.leadmap.simulation.actors.SendForm.Form;
import io.leadmap.simulation.actors.Spelling;
import io.leadmap.simulation.actors.StreamFlows;
import io.leadmap.simulation.actors.StruckAction;
import io.leadmap.simulation.actors.TimePasses;
import io.leadmap.simulation.actors.Work;
import io.leadmap.simulation.actors.WorkOnLead;
import io.leadmap.simulation.world.Mishap;
import io.leadmap.simulation.world.Strike.Aim;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Short stories that a seed ended with once, while the product had a fault. */
class StoriesTest {

    private static final SendForm ADA =
            new SendForm("hillside", Form.ENQUIRY, 0, Spelling.PLAIN, false, 1);

    @Test
    void a_mail_whose_hand_over_is_not_answered_is_not_handed_over_again() {
        holds(
                StruckAction.of(ADA),
                StruckAction.struck(
                        new StreamFlows("MailSender.Ledger"),
                        Aim.HANDOVER,
                        1,
                        1,
                        Mishap.ANSWER_LOST));
    }

    @Test
    void a_mail_whose_sender_was_killed_after_the_hand_over_is_not_handed_over_again() {
        holds(
                StruckAction.of(ADA),
                StruckAction.struck(
                        new StreamFlows("MailSender.Ledger"),
                        Aim.HANDOVER,
                        1,
                        1,
                        Mishap.KILLED_AFTER));
    }

    @Test
    void a_mail_before_a_campaign_s_others_is_not_sent_to_who_had_those() {
        holds(
                StruckAction.of(ADA),
                StruckAction.of(new TimePasses(Duration.ofDays(6))),
                StruckAction.of(new ScheduleTicks("DripSweep")),
                StruckAction.of(new TimePasses(Duration.ofDays(6))),
                StruckAction.of(new Configure("hillside", Change.DRIP_BEFORE)));
    }

    @Test
    void two_forms_of_one_person_at_once_make_one_lead() {
        holds(
                StruckAction.meanwhile(
                        ADA,
                        Aim.WRITE,
                        2,
                        new SendForm("hillside", Form.ENQUIRY, 0, Spelling.PLAIN, false, 2)));
    }

    /** What the bounce ends on other leads is what is queued by then; the sender asks again. */
    @Test
    void an_address_that_bounces_while_another_lead_is_made_gets_nothing_there() {
        for (int write = 1; write < 4; write++) {
            for (int mail = 0; mail < 2; mail++) {
                holds(
                        StruckAction.of(ADA),
                        StruckAction.of(new StreamFlows("MailSender.Ledger")),
                        StruckAction.meanwhile(
                                new SendForm(
                                        "hillside", Form.TRAINING, 0, Spelling.PLAIN, false, 2),
                                Aim.WRITE,
                                write,
                                new MailServiceTells(mail, News.HARD_BOUNCE)),
                        StruckAction.of(new StreamFlows("MailSender.Ledger")));
            }
        }
    }

    @Test
    void a_mail_that_a_suspension_holds_goes_when_that_ends_while_it_is_put_back() {
        for (int write = 1; write < 4; write++) {
            holds(
                    StruckAction.of(ADA),
                    StruckAction.of(new WorkOnLead("hillside", 0, "ava", Work.PHONE_GONE)),
                    StruckAction.meanwhile(
                            new StreamFlows("MailSender.Ledger"),
                            Aim.WRITE,
                            write,
                            new WorkOnLead("hillside", 0, "ava", Work.PHONE)));
        }
    }

    private static void holds(StruckAction... steps) {
        assertThat(Simulation.violation(List.of(steps))).isEmpty();
    }
}
