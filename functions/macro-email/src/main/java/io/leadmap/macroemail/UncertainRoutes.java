package io.leadmap.macroemail;

import io.leadmap.domain.decide.Command.SettleUncertain;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.JsonBody;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Routes;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.WriteRequest;
import io.leadmap.leads.Writes;
import io.leadmap.mail.ComposeMail;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailLedger.Posted;

import java.util.Optional;

/**
 * {@code POST /leads/{id}/emails/{emailId}/settle}: a person decides about a mail of which it is
 * not known whether it was sent (domain section 7).
 */
public final class UncertainRoutes implements Endpoint {

    private final MailLedger ledger;
    private final LeadWriter writer;
    private final LeadAnswers answers;
    private final ComposeMail compose;

    public UncertainRoutes(
            MailLedger ledger, LeadWriter writer, LeadAnswers answers, ComposeMail compose) {
        this.ledger = ledger;
        this.writer = writer;
        this.answers = answers;
        this.compose = compose;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.command(
                "POST /leads/{id}/emails/{emailId}/settle", Access.AGENTS, this::settle);
    }

    private HttpResponse settle(Call call) {
        JsonBody body = JsonBody.of(call.request());
        String as = body.requiredText("as");
        if (!as.isEmpty() && !as.equals("sent") && !as.equals("sendAgain")) {
            body.invalid("as", "one of sent, sendAgain is needed");
        }
        String id = call.request().path("emailId");
        return body.then(() ->
                call.withLead(lead ->
                        mail(call, lead, id)
                                .map(mail ->
                                        Writes.read(
                                                call,
                                                request ->
                                                        settled(
                                                                call,
                                                                request,
                                                                lead,
                                                                mail,
                                                                as.equals("sendAgain"))))
                                .orElseGet(() -> Problem.notFound().response())));
    }

    /** A mail of this lead; one of another is none. */
    private Optional<Posted> mail(Call call, LeadId lead, String id) {
        return EmailId.isValid(id)
                ? Optional.of(new EmailId(id))
                        .filter(mail ->
                                mail.practice().equals(call.practice()) && mail.lead().equals(lead))
                        .flatMap(ledger::find)
                : Optional.empty();
    }

    private HttpResponse settled(
            Call call, WriteRequest request, LeadId lead, Posted first, boolean again) {
        return answers.written(
                call,
                writer.write(
                        request,
                        lead,
                        current -> {
                            Posted mail = ledger.find(first.email().id()).orElse(first);
                            return new SettleUncertain(
                                    mail.email(), mail.standing(), again ? text(mail) : null);
                        }));
    }

    /** What a macro said when the mail was decided, whatever it says now. */
    private Email.Text.Written text(Posted mail) {
        return compose.written(mail)
                .orElseThrow(() -> new IllegalStateException("the macro of a mail is gone"));
    }
}
