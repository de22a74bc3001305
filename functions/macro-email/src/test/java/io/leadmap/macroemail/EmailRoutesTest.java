package io.leadmap.macroemail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.MailDesk;
import io.leadmap.desk.RoutesCall;
import io.leadmap.domain.mail.Email.Kind;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.html.OwaspHtml;
import io.leadmap.lambda.Cursors;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Pages;
import io.leadmap.leads.Duplicates;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.LeadWriter;
import io.leadmap.ports.Backoff;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

class EmailRoutesTest {

    private static final Map<String, String> AVA =
            Map.of("practice", "brightwater", "sub", "ava", "roles", "[agent]");
    private static final Map<String, String> RUTH =
            Map.of("practice", "brightwater", "sub", "ruth", "roles", "[provider]");

    private final MailDesk desk = new MailDesk();
    private final Endpoint emails =
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
                            desk.store.practices(), new Duplicates(desk.store.leads()), desk::now),
                    desk.compose,
                    new OwaspHtml(),
                    new Pages(new Cursors(desk.store.signatures())),
                    desk::now);

    @BeforeEach
    void timHasAsked() {
        desk.timAsks();
    }

    @Test
    void a_macro_is_filled_in_when_it_is_submitted_and_not_earlier() {
        HttpResponse answer =
                call("POST", "/leads/{id}/emails", "{\"macroId\":\"call-back\"}", AVA);

        assertThat(answer.status()).isEqualTo(202);
        String id = desk.mail(Kind.HAND_WRITTEN).email().id().value();
        assertThat(answer.text()).isEqualTo("{\"emailId\":\"" + id + "\",\"state\":\"queued\"}");
        assertThat(desk.goesOut(Kind.HAND_WRITTEN).html())
                .contains("Hello Tim &lt;b&gt;,", "Ava Thompson, front desk");

        HttpResponse one =
                call("GET", "/leads/{id}/emails/{emailId}", "", RUTH, Map.of("emailId", id));
        assertThat(one.text())
                .contains(
                        "\"state\":\"sent\"", "We tried to reach you", "Ava Thompson, front desk");
    }

    @Test
    void what_an_agent_writes_is_cleaned() {
        String body = "{\"subject\":\"Hi\",\"html\":\"<p onclick=x()>Hi<script>x()</script></p>\"}";

        assertThat(call("POST", "/leads/{id}/emails", body, AVA).status()).isEqualTo(202);
        assertThat(desk.goesOut(Kind.HAND_WRITTEN).html())
                .contains("<p>Hi</p>")
                .doesNotContain("script", "onclick");
    }

    @Test
    void a_preview_shows_the_mail_and_its_empty_placeholders_and_writes_nothing() {
        String body =
                "{\"subject\":\"Hi {{lead.firstName}}\",\"html\":\"<p>On"
                        + " {{appointment.date}}.</p>\"}";
        long entries = desk.tim().revision().seq();

        HttpResponse answer = call("POST", "/leads/{id}/emails/preview", body, AVA);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains(
                        "\"subject\":\"Hi Tim <b>\"",
                        "<p>On .</p>",
                        "\"empty\":[\"appointment.date\"]")
                .contains("\"to\":\"tim@example.com\"");
        assertThat(desk.tim().revision().seq()).isEqualTo(entries);
    }

    @Test
    void a_mail_goes_to_the_address_that_its_preview_showed_or_not_at_all() {
        String body = "{\"subject\":\"Hi\",\"html\":\"<p>Hi</p>\",\"to\":\"%s\"}";

        HttpResponse other = call("POST", "/leads/{id}/emails", body.formatted("old@x.org"), AVA);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("address-changed", "address is tim@example.com now");
        assertThat(desk.store.mailLedger().ofLead(desk.practice.id(), MailDesk.TIM))
                .noneMatch(mail -> mail.email().kind() == Kind.HAND_WRITTEN);

        String same = body.formatted("Tim@Example.com");
        assertThat(call("POST", "/leads/{id}/emails", same, AVA).status()).isEqualTo(202);
        assertThat(desk.mail(Kind.HAND_WRITTEN).email().to()).isEqualTo("tim@example.com");
    }

    @Test
    void a_preview_and_the_record_name_the_sender_whom_the_mail_shows() {
        String body = "{\"subject\":\"Hi\",\"html\":\"<p>Call us.</p>\"}";
        String preview = call("POST", "/leads/{id}/emails/preview", body, AVA).text();
        call("POST", "/leads/{id}/emails", body, AVA);
        EmailId mail = desk.mail(Kind.HAND_WRITTEN).email().id();

        String shown = "\"from\":\"" + desk.goesOut(Kind.HAND_WRITTEN).from() + "\"";
        assertThat(shown).contains("Ava from Brightwater <brightwater@mail.example>");
        assertThat(preview).contains(shown);
        assertThat(
                        call(
                                        "GET",
                                        "/leads/{id}/emails/{emailId}",
                                        "",
                                        AVA,
                                        Map.of("emailId", mail.value()))
                                .text())
                .contains(shown);
        assertThat(call("GET", "/leads/{id}/emails", "", AVA).text())
                .contains(shown)
                .as("planned and automatic ones, too")
                .doesNotContain("@brightwater.example>\"");
    }

    @Test
    void what_is_wrong_with_a_mail_is_said() {
        assertThat(
                        call(
                                        "POST",
                                        "/leads/{id}/emails",
                                        "{\"subject\":\"a\",\"html\":\"{{nonsense}}\"}",
                                        AVA)
                                .status())
                .isEqualTo(422);
        assertThat(call("POST", "/leads/{id}/emails", "{\"macroId\":\"nothing\"}", AVA).status())
                .isEqualTo(422);
        assertThat(
                        call(
                                        "POST",
                                        "/leads/{id}/emails",
                                        "{\"subject\":\"a\",\"html\":\"b\",\"x\":1}",
                                        AVA)
                                .status())
                .isEqualTo(400);
        assertThat(
                        call(
                                        "POST",
                                        "/leads/{id}/emails",
                                        "{\"subject\":\"a\",\"html\":\"b\"}",
                                        RUTH)
                                .status())
                .isEqualTo(403);
        assertThat(
                        call(
                                        "POST",
                                        "/leads/{id}/emails/preview",
                                        "{\"subject\":\"\",\"html\":\"b\"}",
                                        AVA)
                                .status())
                .isEqualTo(422);
    }

    @Test
    void that_no_mail_is_answered_yet_is_said() {
        HttpResponse answer =
                call(
                        "POST",
                        "/leads/{id}/emails",
                        "{\"subject\":\"a\",\"html\":\"b\",\"replyToEmailId\":\"m-1\"}",
                        AVA);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("\"field\":\"replyToEmailId\"", "is not there yet");
    }

    @Test
    void every_mail_to_the_lead_is_listed_and_notices_to_people_are_not() {
        HttpResponse all = call("GET", "/leads/{id}/emails", "", RUTH);

        assertThat(all.text())
                .contains("\"kind\":\"automatic\"", "\"state\":\"queued\"")
                .doesNotContain("notice");
        String notice = desk.mail(Kind.NOTICE).email().id().value();
        assertThat(
                        call(
                                        "GET",
                                        "/leads/{id}/emails/{emailId}",
                                        "",
                                        RUTH,
                                        Map.of("emailId", notice))
                                .status())
                .isEqualTo(404);
    }

    private HttpResponse call(String method, String path, String body, Map<String, String> claims) {
        return call(method, path, body, claims, Map.of());
    }

    private HttpResponse call(
            String method,
            String path,
            String body,
            Map<String, String> claims,
            Map<String, String> more) {
        Map<String, String> parameters = new TreeMap<>(more);
        parameters.put("id", MailDesk.TIM.value());
        return RoutesCall.answer(
                emails,
                desk.store.practices(),
                new HttpRequest(
                        method,
                        method + " " + path,
                        path,
                        parameters,
                        Map.of(),
                        Map.of("content-type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8),
                        claims,
                        "203.0.113.7",
                        "r-1"));
    }
}
