package io.leadmap.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.MailDesk;
import io.leadmap.desk.RoutesCall;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.NoticeEntry;
import io.leadmap.domain.mail.Email.Kind;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.domain.practice.Trigger.Action;
import io.leadmap.html.OwaspHtml;
import io.leadmap.lambda.Cursors;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Pages;
import io.leadmap.leads.Duplicates;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.Sweep;
import io.leadmap.macroemail.EmailRoutes;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.OutgoingMail;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** No two mails claim one id, whatever comes first (domain section 7, a mail's identity). */
class MailIdentityTest {

    @Test
    void the_first_mail_that_an_agent_writes_to_an_incomplete_lead_is_sent_as_is_the_notice() {
        SendingDesk desk = new SendingDesk();
        desk.timAsks(null);

        assertThat(write(desk).status()).isEqualTo(202);
        assertThat(write(desk).status()).isEqualTo(202);
        sendAll(desk);

        assertThat(desk.arrived)
                .extracting(OutgoingMail::to)
                .containsExactlyInAnyOrder(
                        "ava@brightwater.example", "tim@example.com", "tim@example.com");
        assertThat(ledger(desk)).extracting(Posted::state).containsOnly(MailState.SENT);
    }

    @Test
    void a_drip_that_a_form_begins_along_with_a_notice_and_no_welcome_mail_goes_out() {
        SendingDesk desk =
                new SendingDesk(
                        MixedForms.with(
                                List.of(
                                        new Trigger(
                                                "go",
                                                "Go",
                                                true,
                                                List.of(
                                                        new Action.EnrolDrip("physio-101"),
                                                        new Action.NotifyOwner()))),
                                List.of()));
        desk.timAsks();
        sendAll(desk);
        desk.passes(Duration.ofDays(3));

        assertThat(desk.sweep.run(Sweep.Kind.DRIP, "test", Deadline.NONE))
                .containsEntry("changed", 1L)
                .containsEntry("left", 0L);
        sendAll(desk);

        assertThat(desk.state(Kind.DRIP)).isEqualTo(MailState.SENT);
        assertThat(desk.state(Kind.NOTICE)).isEqualTo(MailState.SENT);
    }

    @Test
    void whom_a_notice_told_is_in_the_history_and_what_became_of_it_only_in_the_ledger() {
        SendingDesk desk = new SendingDesk();
        desk.timAsks();
        EmailId notice = desk.mail(Kind.NOTICE).email().id();
        sendAll(desk);

        assertThat(desk.entries(NoticeEntry.OwnerNotified.class))
                .containsExactly(new NoticeEntry.OwnerNotified(notice, "ava"));
        assertThat(desk.entries(MailEntry.EmailSent.class))
                .extracting(MailEntry.EmailSent::emailId)
                .doesNotContain(notice);
        assertThat(desk.state(Kind.NOTICE)).isEqualTo(MailState.SENT);
        assertThat(call(desk, "GET", "").text()).doesNotContain(notice.value());
    }

    private static HttpResponse write(SendingDesk desk) {
        return call(desk, "POST", "{\"subject\":\"Hello\",\"html\":\"<p>Your number?</p>\"}");
    }

    private static void sendAll(SendingDesk desk) {
        ledger(desk).forEach(posted -> desk.sender().send(posted.email().id()));
    }

    private static List<Posted> ledger(SendingDesk desk) {
        return desk.store.mailLedger().ofLead(desk.practice.id(), MailDesk.TIM);
    }

    private static HttpResponse call(SendingDesk desk, String method, String body) {
        EmailRoutes emails =
                new EmailRoutes(
                        new EmailRoutes.Ports(
                                desk.store.leads(),
                                desk.store.histories(),
                                desk.store.mailLedger(),
                                desk.store.suppressions(),
                                desk.store.practices()),
                        new LeadWriter(
                                desk.store.leads(),
                                desk.store.histories(),
                                desk.store.firstAnswers(),
                                desk.store.suppressions(),
                                desk::now,
                                Backoff.NONE),
                        new LeadAnswers(
                                desk.store.practices(),
                                new Duplicates(desk.store.leads()),
                                desk::now),
                        desk.compose,
                        new OwaspHtml(),
                        new Pages(new Cursors(desk.store.signatures())),
                        desk::now);
        return RoutesCall.answer(
                emails,
                desk.store.practices(),
                new HttpRequest(
                        method,
                        method + " /leads/{id}/emails",
                        "/leads/" + MailDesk.TIM + "/emails",
                        Map.of("id", MailDesk.TIM.value()),
                        Map.of(),
                        Map.of("content-type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of("practice", "brightwater", "sub", "ava", "roles", "[agent]"),
                        "203.0.113.7",
                        "r-1"));
    }
}
