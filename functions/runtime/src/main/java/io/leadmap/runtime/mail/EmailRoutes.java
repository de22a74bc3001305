package io.leadmap.runtime.mail;

import io.leadmap.application.MailLedger.Posted;
import io.leadmap.application.SafeHtml;
import io.leadmap.application.Store;
import io.leadmap.application.json.Json;
import io.leadmap.application.lead.LeadWriter;
import io.leadmap.application.lead.WriteRequest;
import io.leadmap.application.lead.Written;
import io.leadmap.application.mail.ComposeMail;
import io.leadmap.domain.decide.Command.SendEmail;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Macro;
import io.leadmap.runtime.Access;
import io.leadmap.runtime.Call;
import io.leadmap.runtime.Endpoint;
import io.leadmap.runtime.HttpResponse;
import io.leadmap.runtime.JsonBody;
import io.leadmap.runtime.Problem;
import io.leadmap.runtime.Routes;
import io.leadmap.runtime.lead.LeadAnswers;
import io.leadmap.runtime.lead.Writes;
import io.micronaut.json.tree.JsonNode;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Mail that agents write to leads, and every mail of a lead (domain sections 5 and 7). */
public final class EmailRoutes implements Endpoint {

    private final Store store;
    private final LeadWriter writer;
    private final LeadAnswers answers;
    private final EmailJson json;
    private final SafeHtml html;
    private final InstantSource clock;

    EmailRoutes(
            Store store,
            LeadWriter writer,
            LeadAnswers answers,
            ComposeMail compose,
            SafeHtml html,
            InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.answers = answers;
        this.json = new EmailJson(compose);
        this.html = html;
        this.clock = clock;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route("POST /leads/{id}/emails", Access.AGENTS, this::send)
                .route("POST /leads/{id}/emails/preview", Access.AGENTS, this::preview)
                .route("GET /leads/{id}/emails", Access.ANYBODY, this::all)
                .route("GET /leads/{id}/emails/{emailId}", Access.ANYBODY, this::one)
                .route("GET /macros", Access.ANYBODY, this::macros);
    }

    private HttpResponse send(Call call) {
        JsonBody body = JsonBody.of(call.request());
        SendEmail command = command(call, body);
        return body.then(() ->
                call.withLead(
                        lead -> Writes.with(call, request -> sent(call, request, lead, command))));
    }

    private HttpResponse sent(Call call, WriteRequest request, LeadId lead, SendEmail command) {
        Written written =
                writer.write(
                        request,
                        lead,
                        current -> command,
                        202,
                        accepted -> accepted.mails().getFirst().id().value());
        return written instanceof Written.Done(int status, var after, var emailId)
                        && emailId != null
                ? HttpResponse.json(
                        status,
                        Json.object()
                                .put("emailId", emailId)
                                .put("state", state(new EmailId(emailId))))
                : answers.written(call, written);
    }

    private String state(EmailId id) {
        return EmailJson.word(
                store.mailLedger().find(id).map(Posted::state).orElse(MailState.QUEUED));
    }

    /** Decides as if the mail were sent, and shows what it would be. */
    private HttpResponse preview(Call call) {
        JsonBody body = JsonBody.of(call.request());
        SendEmail command = command(call, body);
        return body.then(() ->
                call.withLead(id ->
                        Writes.with(
                                call,
                                request -> {
                                    Written written = writer.write(request.asDryRun(), id, command);
                                    return written
                                                    instanceof
                                                    Written.Planned(Decision.Accepted accepted)
                                            ? HttpResponse.json(
                                                    200, preview(call, command, accepted))
                                            : refused(call, written);
                                })));
    }

    private JsonNode preview(Call call, SendEmail command, Decision.Accepted accepted) {
        Email email = accepted.mails().getFirst();
        Posted planned =
                new Posted(
                        email,
                        call.caller().practice().version(),
                        MailState.QUEUED,
                        clock.instant(),
                        null);
        return json.preview(
                call.caller().practice(), accepted.after(), command, planned, clock.instant());
    }

    private HttpResponse refused(Call call, Written written) {
        return written instanceof Written.Planned(Decision.Refused(var refusal))
                ? Problem.of(refusal).response()
                : answers.written(call, written);
    }

    /** What an agent wrote; a macro fills what is left out. */
    private SendEmail command(Call call, JsonBody body) {
        String macroId = body.text("macroId");
        Optional<Macro> macro =
                call.caller()
                        .practice()
                        .macro(macroId)
                        .filter(m -> m.channel() == Macro.Channel.EMAIL);
        if (macroId != null && macro.isEmpty()) {
            body.invalid("macroId", "Choose one of the practice's email macros.");
        }
        String from = body.text("from");
        if (from != null && !from.equals("me") && !from.equals("practice")) {
            body.invalid("from", "one of me, practice");
        }
        String subject =
                macro.isPresent() && !body.has("subject")
                        ? macro.get().subject()
                        : body.requiredText("subject");
        String text =
                macro.isPresent() && !body.has("html")
                        ? macro.get().html()
                        : body.requiredText("html");
        List<String> copies = body.texts("cc");
        return new SendEmail(
                subject, html.sanitise(text), macroId, copies, "practice".equals(from));
    }

    private HttpResponse all(Call call) {
        return call.withLead(lead ->
                store.leads().find(call.practice(), lead).isEmpty()
                        ? Problem.notFound().response()
                        : HttpResponse.json(
                                200,
                                Json.object()
                                        .put("items", mails(call, lead), json::summary)
                                        .put("next", (String) null)));
    }

    private HttpResponse one(Call call) {
        String id = call.request().path("emailId");
        return call.withLead(lead ->
                mails(call, lead).stream()
                        .filter(posted -> posted.email().id().value().equals(id))
                        .findFirst()
                        .map(posted -> HttpResponse.json(200, json.whole(posted)))
                        .orElseGet(() -> Problem.notFound().response()));
    }

    /** Mail to the lead; notices to people are not. */
    private List<Posted> mails(Call call, LeadId lead) {
        return store.mailLedger().ofLead(call.practice(), lead).stream()
                .filter(posted -> posted.email().kind() != Email.Kind.NOTICE)
                .toList();
    }

    private HttpResponse macros(Call call) {
        return HttpResponse.json(
                200,
                Json.object()
                        .put("items", call.caller().practice().macros(), EmailJson::macro)
                        .put("next", (String) null));
    }
}
