package io.leadmap.macroemail;

import static java.util.stream.Collectors.toMap;

import io.leadmap.domain.decide.Command.SendEmail;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.json.Json;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.JsonBody;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.lambda.Routes;
import io.leadmap.lambda.Samples;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.RehearsalLead;
import io.leadmap.leads.WriteRequest;
import io.leadmap.leads.Writes;
import io.leadmap.leads.Written;
import io.leadmap.mail.ComposeMail;
import io.leadmap.ports.Histories;
import io.leadmap.ports.Leads;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SafeHtml;
import io.leadmap.ports.Suppressions;
import io.micronaut.json.tree.JsonNode;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mail that agents write to leads, and every mail of a lead (domain sections 5 and 7). */
public final class EmailRoutes implements Endpoint {

    /** States that need no word of the history to explain them. */
    private static final Set<MailState> FINE =
            EnumSet.of(MailState.QUEUED, MailState.CLAIMED, MailState.SENT, MailState.DELIVERED);

    /** Sorts behind the places of mails that are decided. */
    private static final String PLANNED = "planned ";

    private final Ports ports;
    private final LeadWriter writer;
    private final LeadAnswers answers;
    private final EmailJson json;
    private final SafeHtml html;
    private final Pages pages;
    private final InstantSource clock;

    /** What emails are told from. */
    public record Ports(
            Leads leads,
            Histories histories,
            MailLedger mailLedger,
            Suppressions suppressions,
            Practices practices) {}

    public EmailRoutes(
            Ports ports,
            LeadWriter writer,
            LeadAnswers answers,
            ComposeMail compose,
            SafeHtml html,
            Pages pages,
            InstantSource clock) {
        this.ports = ports;
        this.writer = writer;
        this.answers = answers;
        this.json = new EmailJson(compose);
        this.html = html;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.command("POST /leads/{id}/emails", Access.AGENTS, this::send)
                .route("POST /leads/{id}/emails/preview", Access.AGENTS, this::preview)
                .route("GET /leads/{id}/emails", Access.ANYBODY, this::all, "limit", "cursor")
                .route("GET /leads/{id}/emails/{emailId}", Access.ANYBODY, this::one)
                .route("GET /macros", Access.ANYBODY, this::macros, "limit", "cursor");
    }

    @Override
    public Samples samples() {
        return RehearsalLead.SAMPLES.with(
                "POST /leads/{id}/emails", "{\"subject\": \"x\", \"html\": \"<p>x</p>\"}");
    }

    private HttpResponse send(Call call) {
        JsonBody body = JsonBody.of(call.request());
        SendEmail command = command(call, body);
        return body.then(() ->
                call.withLead(
                        lead -> Writes.read(call, request -> sent(call, request, lead, command))));
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
        return EmailJson.state(
                ports.mailLedger().find(id).map(Posted::state).orElse(MailState.QUEUED));
    }

    /** Decides as if the mail were sent, and shows what it would be. */
    private HttpResponse preview(Call call) {
        JsonBody body = JsonBody.of(call.request());
        SendEmail command = command(call, body);
        return body.then(() ->
                call.withLead(id ->
                        Writes.read(
                                call,
                                request -> {
                                    Written written = writer.write(request.asDryRun(), id, command);
                                    return written
                                                    instanceof
                                                    Written.Planned(
                                                            Decision.Accepted accepted,
                                                            var source)
                                            ? HttpResponse.json(
                                                    200, preview(call, command, accepted))
                                            : refused(call, written);
                                })));
    }

    private JsonNode preview(Call call, SendEmail command, Decision.Accepted accepted) {
        Email email = accepted.mails().getFirst();
        Posted planned = Posted.queued(email, call.caller().practice().version(), clock.instant());
        return json.preview(
                call.caller().practice(), accepted.after(), command, planned, clock.instant());
    }

    private HttpResponse refused(Call call, Written written) {
        return written instanceof Written.Planned(Decision.Refused(var refusal), var source)
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
        String from = body.givenText("from");
        if (from != null && !from.equals("me") && !from.equals("practice")) {
            body.invalid("from", "one of me, practice");
        }
        if (body.node("replyToEmailId") != null) {
            body.wrongType(
                    "replyToEmailId",
                    "answering an earlier mail as a thread is not there yet; leave it out");
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
                subject,
                html.sanitise(text),
                macroId,
                copies,
                "practice".equals(from),
                body.text("to"));
    }

    /** What was decided, oldest first, and then what is planned. */
    private HttpResponse all(Call call) {
        return withLead(
                call,
                lead -> {
                    Practice practice = call.caller().practice();
                    List<Posted> mails = mails(call, lead.id());
                    Map<EmailId, String> ends = ends(lead, mails);
                    KnownAddresses addresses = addresses(lead, mails);
                    List<Line> lines = new ArrayList<>(); // composed if shown
                    mails.forEach(mail ->
                            lines.add(
                                    new Line(
                                            mail.email().id().place(),
                                            () ->
                                                    json.summary(
                                                            mail,
                                                            explanation(
                                                                    practice, lead, addresses, mail,
                                                                    ends),
                                                            practice.settings(),
                                                            clock.instant()))));
                    PlannedMail.of(practice, lead, addresses.of(lead.email()), clock.instant())
                            .forEach(mail ->
                                    lines.add(
                                            new Line(
                                                    PLANNED + mail.place(),
                                                    () -> json.planned(mail, practice, lead))));
                    return pages.list(
                            call,
                            new QueryParameters(call.request()),
                            lines,
                            Line::place,
                            line -> line.item().get());
                });
    }

    /** A mail in the list. */
    private record Line(String place, Supplier<JsonNode> item) {}

    private HttpResponse one(Call call) {
        String id = call.request().path("emailId");
        return withLead(
                call,
                lead ->
                        mails(call, lead.id()).stream()
                                .filter(mail -> mail.email().id().value().equals(id))
                                .findFirst()
                                .map(mail -> whole(call.caller().practice(), lead, mail))
                                .orElseGet(() -> Problem.notFound().response()));
    }

    private HttpResponse whole(Practice practice, Lead lead, Posted mail) {
        List<Posted> alone = List.of(mail);
        MailExplanation why =
                explanation(practice, lead, addresses(lead, alone), mail, ends(lead, alone));
        return HttpResponse.json(200, json.whole(mail, why, practice.settings(), clock.instant()));
    }

    private HttpResponse withLead(Call call, Function<Lead, HttpResponse> next) {
        return call.withLead(id ->
                ports.leads()
                        .find(call.practice(), id)
                        .map(next)
                        .orElseGet(() -> Problem.notFound().response()));
    }

    private static MailExplanation explanation(
            Practice practice,
            Lead lead,
            KnownAddresses addresses,
            Posted mail,
            Map<EmailId, String> ends) {
        return MailExplanation.of(
                practice.settings(),
                lead,
                addresses.of(mail.email().to()),
                mail,
                ends.get(mail.email().id()));
    }

    /** What is known of the lead's address and of those that its mails went to. */
    private KnownAddresses addresses(Lead lead, List<Posted> mails) {
        Set<String> addresses =
                Stream.concat(
                                Stream.ofNullable(lead.email()),
                                mails.stream().map(mail -> mail.email().to()))
                        .map(IdentityKey::normalised)
                        .collect(Collectors.toSet());
        return ports.suppressions().of(lead.practice(), addresses);
    }

    /** Why mails ended as the history tells it, which is read only where some did. */
    private Map<EmailId, String> ends(Lead lead, List<Posted> mails) {
        Map<EmailId, String> ends = new HashMap<>();
        Map<EmailId, MailState> states =
                mails.stream()
                        .filter(mail -> !FINE.contains(mail.state()))
                        .collect(toMap(mail -> mail.email().id(), Posted::state));
        if (states.isEmpty()) {
            return ends;
        }
        ports.histories().read(lead.practice(), lead.id()).stream()
                .flatMap(commit -> commit.entries().stream())
                .map(EmailRoutes::end)
                .flatMap(Optional::stream)
                .filter(end -> end.state() == states.get(end.mail()))
                .forEach(end -> ends.put(end.mail(), end.reason()));
        return ends;
    }

    /** What an entry says of a mail that came to this state. */
    private record End(EmailId mail, MailState state, String reason) {}

    private static Optional<End> end(Entry entry) {
        return entry instanceof MailEntry mail ? end(mail) : Optional.empty();
    }

    private static Optional<End> end(MailEntry entry) {
        return switch (entry) {
            case MailEntry.EmailSkipped e ->
                    Optional.of(new End(e.emailId(), MailState.SKIPPED, e.reason()));
            case MailEntry.EmailFailed e ->
                    Optional.of(new End(e.emailId(), MailState.FAILED, e.reason()));
            case MailEntry.EmailUncertain e ->
                    Optional.of(new End(e.emailId(), MailState.UNCERTAIN, e.reason()));
            case MailEntry.EmailSettled e ->
                    e.again() == null
                            ? Optional.empty()
                            : Optional.of(new End(e.emailId(), MailState.SKIPPED, "sentAgain"));
            case MailEntry.EmailBounced e ->
                    e.hard()
                            ? Optional.of(new End(e.emailId(), MailState.BOUNCED, e.reason()))
                            : Optional.empty();
            case MailEntry.EmailComplained e ->
                    Optional.of(new End(e.emailId(), MailState.COMPLAINED, "complaint"));
            case MailEntry.EmailQueued e -> Optional.empty();
            case MailEntry.EmailSent e -> Optional.empty();
            case MailEntry.EmailDelivered e -> Optional.empty();
        };
    }

    /** Mail to the lead; notices to people are not. */
    private List<Posted> mails(Call call, LeadId lead) {
        return ports.mailLedger().ofLead(call.practice(), lead).stream()
                .filter(posted -> posted.email().kind() != Email.Kind.NOTICE)
                .toList();
    }

    private HttpResponse macros(Call call) {
        return pages.configured(
                call,
                new QueryParameters(call.request()),
                ports.practices(),
                Practice::macros,
                Macro::id,
                EmailJson::macro);
    }
}
