package io.leadmap.macroemail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.MailDesk;
import io.leadmap.desk.RoutesCall;
import io.leadmap.domain.decide.Command.SettleEmail;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.Email.Kind;
import io.leadmap.domain.mail.MailState;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.leads.Duplicates;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.LeadWriter;
import io.leadmap.mail.ComposeMail;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.MailLedger.Posted;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A person decides about a mail that may have been sent (domain section 7). */
class UncertainRoutesTest {

    private final MailDesk desk = new MailDesk();
    private final UncertainRoutes routes =
            new UncertainRoutes(
                    desk.store.mailLedger(),
                    new LeadWriter(
                            desk.store.leads(),
                            desk.store.histories(),
                            desk.store.firstAnswers(),
                            desk.store.suppressions(),
                            desk::now,
                            Backoff.NONE),
                    new LeadAnswers(
                            desk.store.practices(), new Duplicates(desk.store.leads()), desk::now),
                    desk.compose);

    @BeforeEach
    void theAnswerToTimsFormIsLost() {
        desk.timAsks();
        Posted mail = desk.mail(Kind.AUTOMATIC);
        desk.happens(
                Actor.SYSTEM,
                new SettleEmail(
                        mail.email().id(),
                        mail.email().to(),
                        mail.standing(),
                        new SettleEmail.News.Uncertain("time-out")));
    }

    @Test
    void counted_as_sent_it_is_sent_and_decided_once() {
        Email email = desk.mail(Kind.AUTOMATIC).email();
        assertThat(settle(email.id().value(), "{\"as\":\"sent\"}").status()).isEqualTo(200);
        assertThat(desk.mail(Kind.AUTOMATIC).state()).isEqualTo(MailState.SENT);
        assertThat(desk.history()).contains(MailEntry.EmailSettled.class);
        assertThat(settle(email.id().value(), "{\"as\":\"sendAgain\"}").text())
                .contains("not-uncertain");
    }

    @Test
    void sent_again_the_new_mail_says_what_the_macro_said() {
        Posted first = desk.mail(Kind.AUTOMATIC);
        String said = html(first);
        HttpResponse answer = settle(first.email().id().value(), "{\"as\":\"sendAgain\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);

        MailEntry.EmailSettled settled = desk.entries(MailEntry.EmailSettled.class).getFirst();
        Posted again =
                desk.store.mailLedger().find(Objects.requireNonNull(settled.again())).orElseThrow();
        assertThat(again.state()).isEqualTo(MailState.QUEUED);
        assertThat(html(again)).isEqualTo(said);
        assertThat(again.email().text()).isInstanceOf(Email.Text.Written.class);
    }

    @Test
    void another_decision_and_another_mail_are_refused() {
        String id = desk.mail(Kind.AUTOMATIC).email().id().value();
        assertThat(settle(id, "{\"as\":\"lost\"}").status()).isEqualTo(422);
        assertThat(settle("m-1", "{\"as\":\"sent\"}").status()).isEqualTo(404);
        assertThat(settle(id.replace("brightwater", "northlight"), "{\"as\":\"sent\"}").status())
                .isEqualTo(404);
        String notice = desk.mail(Kind.NOTICE).email().id().value();
        assertThat(settle(notice, "{\"as\":\"sent\"}").status()).isEqualTo(404);
    }

    private String html(Posted mail) {
        return desk.compose.compose(mail).map(ComposeMail.Composed::mail).orElseThrow().html();
    }

    private HttpResponse settle(String mail, String body) {
        return RoutesCall.answer(
                routes,
                desk.store.practices(),
                new HttpRequest(
                        "POST",
                        "POST /leads/{id}/emails/{emailId}/settle",
                        "/leads/tim/emails/" + mail + "/settle",
                        Map.of("id", MailDesk.TIM.value(), "emailId", mail),
                        Map.of(),
                        Map.of("content-type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of("practice", "brightwater", "sub", "ava", "roles", "[agent]"),
                        "203.0.113.7",
                        "r-1"));
    }
}
