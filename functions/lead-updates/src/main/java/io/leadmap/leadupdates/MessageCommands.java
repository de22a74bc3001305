package io.leadmap.leadupdates;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.message.Message;
import io.leadmap.domain.text.Prose;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.EntityTag;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.JsonBody;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Routes;
import io.leadmap.lambda.Samples;
import io.leadmap.leads.MessageJson;
import io.leadmap.leads.WriteRequest;
import io.leadmap.leads.Writes;
import io.leadmap.leadupdates.WriteMessages.Outcome;
import io.leadmap.ports.Leads;
import io.leadmap.ports.SafeHtml;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** The calls by which people tell each other something (section Work and reports of the API). */
public final class MessageCommands implements Endpoint {

    private final WriteMessages messages;
    private final Leads leads;
    private final SafeHtml html;

    public MessageCommands(WriteMessages messages, Leads leads, SafeHtml html) {
        this.messages = messages;
        this.leads = leads;
        this.html = html;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route("POST /messages", Access.ANYBODY, this::send)
                .route("POST /messages/{id}/read", Access.ANYBODY, this::read);
    }

    @Override
    public Samples samples() {
        return Samples.NONE.with(
                "POST /messages", "{\"to\": [\"nobody\"], \"html\": \"<p>Rehearse.</p>\"}");
    }

    private HttpResponse send(Call call) {
        JsonBody body = JsonBody.of(call.request());
        LeadId lead = lead(call, body);
        List<String> to = recipients(call, body);
        String text = text(body);
        return run(call, body, 201, request -> messages.send(request, lead, to, text));
    }

    private HttpResponse read(Call call) {
        JsonBody body = JsonBody.ofOptional(call.request());
        String id = call.request().path("id");
        return run(call, body, 200, request -> messages.read(request, id));
    }

    private @Nullable LeadId lead(Call call, JsonBody body) {
        String id = body.text("leadId");
        if (id == null) {
            return null;
        }
        if (!LeadId.isValid(id) || leads.find(call.practice(), new LeadId(id)).isEmpty()) {
            body.invalid("leadId", "one of the practice's leads is needed");
            return null;
        }
        return new LeadId(id);
    }

    private static List<String> recipients(Call call, JsonBody body) {
        List<String> to = body.texts("to").stream().distinct().toList();
        if (to.isEmpty()) {
            body.missing("to");
        } else if (to.size() > Message.MOST_RECIPIENTS) {
            body.invalid("to", "at most " + Message.MOST_RECIPIENTS + " people are needed");
        } else if (to.contains(call.caller().person().id())) {
            body.invalid("to", "people besides you are needed");
        } else if (to.stream()
                .anyMatch(id -> call.caller().practice().activePerson(id).isEmpty())) {
            body.invalid("to", "active people of the practice are needed");
        }
        return to;
    }

    private String text(JsonBody body) {
        String given = body.requiredText("html");
        String text = Prose.of(html.sanitise(given));
        if (text.length() > Message.LONGEST) {
            body.invalid("html", "at most " + Message.LONGEST + " characters are needed");
        } else if (!given.isEmpty() && html.plainText(text).isBlank()) {
            body.invalid("html", "a text is needed");
        }
        return text;
    }

    private static HttpResponse run(
            Call call, JsonBody body, int status, Function<WriteRequest, Outcome> write) {
        return body.then(() ->
                Writes.read(
                        call,
                        request ->
                                switch (write.apply(request)) {
                                    case Outcome.Done(Message message) ->
                                            shown(call, status, message);
                                    case Outcome.Missing() -> Problem.notFound().response();
                                    case Outcome.Stale(Message current) -> stale(call, current);
                                    case Outcome.KeyReused() ->
                                            Problem.idempotencyKeyReused().response();
                                }));
    }

    private static HttpResponse shown(Call call, int status, Message message) {
        HttpResponse shown =
                HttpResponse.json(status, MessageJson.of(message, call.caller().person().id()));
        return shown.with("ETag", EntityTag.of(message.version(), shown));
    }

    private static HttpResponse stale(Call call, Message current) {
        return Problem.stale(MessageJson.of(current, call.caller().person().id()))
                .response()
                .with("ETag", EntityTag.of(current.version(), shown(call, 200, current)));
    }
}
