package io.leadmap.runtime.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.application.mail.MailExplanation;
import io.leadmap.application.mail.MailExplanation.Check;
import io.leadmap.application.mail.PlannedMail;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.SendingRules;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email.Kind;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Role;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Why a mail stands where it does, and what a person can do about it. */
class MailExplanationTest {

    private static final Actor AVA = Actor.person("ava", "Ava Thompson", Set.of(Role.AGENT));

    private final MailDesk desk = new MailDesk();

    private MailExplanation of(Kind kind, MailState state, @Nullable String reason) {
        return MailExplanation.of(
                desk.practice.settings(), desk.tim(), desk.mail(kind).email(), state, reason);
    }

    private static List<String> failed(MailExplanation why) {
        return why.checks().stream().filter(c -> !c.passed()).map(Check::rule).toList();
    }

    @Test
    void a_mail_that_will_go_out_meets_every_rule() {
        desk.timAsks();

        MailExplanation why = of(Kind.AUTOMATIC, MailState.QUEUED, null);

        assertThat(why.checks())
                .extracting(Check::rule)
                .containsExactly("notSuspended", "open", "address", "subscribed");
        assertThat(failed(why)).isEmpty();
        assertThat(why.remedy()).isEmpty();
    }

    @Test
    void what_the_rules_of_sending_refuse_is_what_the_explanation_shows() {
        desk.timAsks();
        agrees();
        desk.happens(AVA, new Command.SetStatus(Status.LOST, LossReason.NO_CONTACT, null));
        agrees();
        assertThat(failed(of(Kind.AUTOMATIC, MailState.QUEUED, null))).containsExactly("open");
        desk.happens(AVA, new Command.SetStatus(Status.CONTACTED, null, null));
        agrees();
        desk.happens(Actor.LEAD, new Command.Unsubscribe());
        agrees();
        assertThat(failed(of(Kind.AUTOMATIC, MailState.QUEUED, null)))
                .containsExactly("subscribed");
    }

    private void agrees() {
        Lead tim = desk.tim();
        assertThat(failed(of(Kind.AUTOMATIC, MailState.QUEUED, null)).isEmpty())
                .isEqualTo(
                        SendingRules.obstacle(
                                        desk.practice.settings(),
                                        tim,
                                        desk.mail(Kind.AUTOMATIC).email())
                                .isEmpty());
    }

    @Test
    void a_mail_that_ended_is_explained_by_what_the_history_says() {
        desk.timAsks();

        MailExplanation skipped = of(Kind.AUTOMATIC, MailState.SKIPPED, "unsubscribed");
        assertThat(skipped.checks())
                .containsExactly(
                        new Check(
                                "subscribed",
                                "a lead that has not unsubscribed",
                                "unsubscribed",
                                false));
        assertThat(skipped.remedy()).hasValueSatisfying(r -> assertThat(r).contains("by hand"));
        MailExplanation uncertain = of(Kind.AUTOMATIC, MailState.UNCERTAIN, "timeout");
        assertThat(uncertain.remedy()).hasValueSatisfying(r -> assertThat(r).contains("Ask"));
        MailExplanation refused = of(Kind.AUTOMATIC, MailState.FAILED, "MessageRejected");
        assertThat(refused.checks())
                .singleElement()
                .extracting(Check::rule, Check::found)
                .containsExactly("handover", "MessageRejected");
        assertThat(of(Kind.AUTOMATIC, MailState.DELIVERED, null).checks()).isEmpty();
    }

    @Test
    void the_next_mail_of_a_drip_is_planned_for_when_it_may_go_out() {
        desk.timAsks();

        PlannedMail next =
                PlannedMail.of(desk.practice, desk.tim(), desk.now()).stream()
                        .filter(mail -> mail.kind() == Kind.DRIP)
                        .findFirst()
                        .orElseThrow();

        assertThat(next.subject()).isEqualTo("What happens at your first visit");
        // Two days after Friday is Sunday; the window opens on Monday at eight in Melbourne.
        assertThat(next.at()).isEqualTo(Instant.parse("2026-03-01T21:00:00Z"));
        assertThat(failed(next.explanation())).isEmpty();
    }

    @Test
    void what_a_suspension_holds_is_planned_without_a_time_and_with_what_to_do() {
        desk.timAsks(null);

        List<PlannedMail> planned = PlannedMail.of(desk.practice, desk.tim(), desk.now());

        assertThat(planned)
                .anySatisfy(mail -> {
                    assertThat(mail.subject()).startsWith("Thank you, Tim");
                    assertThat(mail.at()).isNull();
                    assertThat(failed(mail.explanation())).containsExactly("notSuspended");
                    assertThat(mail.explanation().remedy())
                            .hasValueSatisfying(r -> assertThat(r).contains("phone"));
                });
    }
}
