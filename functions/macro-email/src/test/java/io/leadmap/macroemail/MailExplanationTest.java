package io.leadmap.macroemail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.MailDesk;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.decide.SendingCheck;
import io.leadmap.domain.decide.SendingRules;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.Email.Kind;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.Settings;
import io.leadmap.json.Names;
import io.leadmap.macroemail.MailExplanation.Check;
import io.leadmap.ports.MailLedger.Posted;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a mail stands where it does, and what a person can do about it. */
class MailExplanationTest {

    private static final Actor AVA = Actor.person("ava", "Ava Thompson", Set.of(Role.AGENT));

    private final MailDesk desk = new MailDesk();

    private MailExplanation of(Kind kind, MailState state, @Nullable String reason) {
        return MailExplanation.of(
                desk.practice.settings(),
                desk.tim(),
                desk.address(),
                posted(desk.mail(kind).email(), state, null),
                reason);
    }

    private Posted posted(Email email, MailState state, @Nullable Waiting waiting) {
        return new Posted(email, 1, Standing.of(state), desk.now(), null, waiting);
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
                .containsExactly("notSuspended", "open", "address");
        assertThat(failed(why)).isEmpty();
        assertThat(why.remedy()).isEmpty();
    }

    @Test
    void what_the_rules_of_sending_refuse_is_what_the_explanation_shows() {
        desk.timAsks();
        fail(List.of(), List.of(), List.of());

        desk.happens(AVA, new Command.SetStatus(Status.BOOKED, null, null));
        fail(List.of(), List.of("notBooked", "running"), List.of());

        desk.happens(AVA, new Command.SetStatus(Status.LOST, LossReason.NO_CONTACT, null));
        fail(List.of("open"), List.of("open", "running"), List.of());

        desk.happens(AVA, new Command.SetStatus(Status.CONTACTED, null, null));
        fail(List.of(), List.of("running"), List.of());

        desk.unsubscribes(Kind.AUTOMATIC);
        fail(List.of(), List.of("subscribed", "running"), List.of());
    }

    @Test
    void a_bounce_for_good_stops_all_mail_to_the_lead() {
        desk.timAsks();
        EmailId welcome = desk.mail(Kind.AUTOMATIC).email().id();
        desk.goesOut(Kind.AUTOMATIC);
        desk.settle.settle(welcome, new News.Bounced(true, "no such box"));

        fail(List.of("address"), List.of("address", "running"), List.of("address"));
    }

    @Test
    void a_suspension_holds_what_goes_out_by_itself() {
        desk.timAsks(null);

        fail(List.of("notSuspended"), List.of("notSuspended"), List.of());
    }

    private void fail(List<String> automatic, List<String> drip, List<String> handWritten) {
        assertThat(failed(Kind.AUTOMATIC)).isEqualTo(automatic);
        assertThat(failed(Kind.DRIP)).isEqualTo(drip);
        assertThat(failed(Kind.HAND_WRITTEN)).isEqualTo(handWritten);
        assertThat(failed(Kind.NOTICE)).as("goes to a colleague").isEmpty();
    }

    /** What keeps a queued mail of this kind from going, which is what the sender is told too. */
    private List<String> failed(Kind kind) {
        Settings settings = desk.practice.settings();
        Email queued = queued(kind);
        MailExplanation why =
                MailExplanation.of(
                        settings,
                        desk.tim(),
                        desk.address(),
                        posted(queued, MailState.QUEUED, null),
                        null);
        Optional<String> obstacle =
                SendingRules.obstacle(settings, desk.tim(), desk.address(), queued);
        assertThat(failed(why).isEmpty()).isEqualTo(obstacle.isEmpty());
        assertThat(failed(why))
                .containsAll(
                        obstacle.flatMap(SendingCheck.Rule::brokenBy).map(Names::camel).stream()
                                .toList());
        assertThat(why.remedy().isPresent()).isEqualTo(obstacle.isPresent());
        return failed(why);
    }

    private Email queued(Kind kind) {
        return new Email(
                EmailId.of(desk.practice.id(), MailDesk.TIM, 1, 9),
                kind,
                "tim@example.com",
                List.of(),
                desk.practice.settings().from(),
                null,
                new Email.Text.Written("Hello", "<p>Hello</p>"),
                kind == Kind.DRIP ? "physio-101" : null);
    }

    @Test
    void a_mail_that_waits_says_for_what_and_until_when() {
        desk.timAsks();
        Settings settings = desk.practice.settings();
        Instant closes = Instant.parse("2026-02-27T07:00:00Z"); // Friday, 18:00 in Melbourne
        Instant opens = Instant.parse("2026-03-01T21:00:00Z"); // Monday, 8:00
        Waiting throttled =
                new Waiting(closes, closes.plusSeconds(60), Waiting.Reason.HANDOVER, "Throttling");
        Posted drip = posted(queued(Kind.DRIP), MailState.QUEUED, throttled);

        MailExplanation why = MailExplanation.of(settings, desk.tim(), desk.address(), drip, null);
        assertThat(failed(why)).containsExactly("handover");
        assertThat(why.checks().getLast().found()).isEqualTo("Throttling");
        assertThat(why.remedy()).hasValueSatisfying(r -> assertThat(r).contains("by itself"));
        assertThat(why.nextAttempt(settings, drip, closes)).contains(opens);

        Posted welcome = posted(queued(Kind.AUTOMATIC), MailState.QUEUED, throttled);
        assertThat(
                        MailExplanation.of(settings, desk.tim(), desk.address(), welcome, null)
                                .nextAttempt(settings, welcome, closes))
                .contains(closes.plusSeconds(60));

        desk.happens(AVA, new Command.SetStatus(Status.INVALID, null, null));
        assertThat(
                        MailExplanation.of(settings, desk.tim(), desk.address(), welcome, null)
                                .nextAttempt(settings, welcome, closes))
                .isEmpty();
    }

    @Test
    void a_mail_that_waits_for_the_account_says_who_can_see_to_it_and_when_it_is_tried_next() {
        desk.timAsks();
        Settings settings = desk.practice.settings();
        Instant now = Instant.parse("2026-02-27T01:00:00Z");
        Instant next = now.plusSeconds(1_800);
        Posted welcome =
                posted(
                        queued(Kind.AUTOMATIC),
                        MailState.QUEUED,
                        new Waiting(
                                now,
                                next,
                                Waiting.Reason.ACCOUNT,
                                "The sending domain is not verified at SES yet."));

        MailExplanation why =
                MailExplanation.of(settings, desk.tim(), desk.address(), welcome, null);
        assertThat(failed(why)).containsExactly("account");
        assertThat(why.checks().getLast().found())
                .isEqualTo("The sending domain is not verified at SES yet.");
        assertThat(why.remedy())
                .hasValueSatisfying(r -> assertThat(r).contains("whoever runs Leadmap"));
        assertThat(why.nextAttempt(settings, welcome, now)).contains(next);
    }

    @Test
    void a_mail_that_ended_is_explained_by_what_the_history_says() {
        desk.timAsks();

        MailExplanation skipped = of(Kind.AUTOMATIC, MailState.SKIPPED, "unsubscribed");
        assertThat(skipped.checks())
                .containsExactly(
                        new Check(
                                "subscribed",
                                "an address that has not unsubscribed",
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

        PlannedMail next = nextOfDrip(desk.now());

        assertThat(next.subject()).isEqualTo("What happens at your first visit");
        // Two days after Friday is Sunday; the window opens on Monday at eight in Melbourne.
        assertThat(next.at()).isEqualTo(Instant.parse("2026-03-01T21:00:00Z"));
        assertThat(failed(next.explanation())).isEmpty();
    }

    @Test
    void a_mail_that_is_due_while_the_window_is_closed_says_so_and_when_it_was_found() {
        desk.timAsks();

        PlannedMail next = nextOfDrip(Instant.parse("2026-03-01T01:05:00Z"));

        assertThat(next.at()).isEqualTo(Instant.parse("2026-03-01T21:00:00Z"));
        assertThat(failed(next.explanation())).containsExactly("window");
        assertThat(next.explanation().checks().getLast().found())
                .isEqualTo("closed, Sunday 1 March 12:05 at the practice");
        assertThat(next.explanation().remedy()).hasValue("Nothing: it goes out by itself.");
    }

    private PlannedMail nextOfDrip(Instant now) {
        return PlannedMail.of(desk.practice, desk.tim(), desk.address(), now).stream()
                .filter(mail -> mail.kind() == Kind.DRIP)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_a_suspension_holds_is_planned_without_a_time_and_with_what_to_do() {
        desk.timAsks(null);

        List<PlannedMail> planned =
                PlannedMail.of(desk.practice, desk.tim(), desk.address(), desk.now());

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
