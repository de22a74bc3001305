package io.leadmap.leadupdates;

import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.LeadId;
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
import io.leadmap.leads.ToDoJson;
import io.leadmap.leads.WriteRequest;
import io.leadmap.leads.Writes;
import io.leadmap.leadupdates.WriteToDos.Outcome;
import io.leadmap.markup.Html;
import io.leadmap.ports.Leads;
import io.leadmap.ports.SafeHtml;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.Function;

/** The calls that make, change and finish to-dos (section Work and reports of the API). */
public final class ToDoCommands implements Endpoint {

    private static final int LONGEST_NOTE = 5000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private final WriteToDos toDos;
    private final Leads leads;
    private final SafeHtml html;

    public ToDoCommands(WriteToDos toDos, Leads leads, SafeHtml html) {
        this.toDos = toDos;
        this.leads = leads;
        this.html = html;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route("POST /todos", Access.ANYBODY, this::add)
                .route("PATCH /todos/{id}", Access.ANYBODY, this::change)
                .route("POST /todos/{id}/done", Access.ANYBODY, this::finish)
                .route("POST /todos/{id}/reopen", Access.ANYBODY, this::reopen)
                .route("DELETE /todos/{id}", Access.ANYBODY, this::withdraw);
    }

    @Override
    public Samples samples() {
        return Samples.NONE.with("POST /todos", "{\"assigneeId\": null, \"text\": \"Rehearse.\"}");
    }

    private HttpResponse add(Call call) {
        JsonBody body = JsonBody.of(call.request());
        LeadId lead = lead(call, body);
        if (!body.has("assigneeId")) {
            body.missing("assigneeId");
        }
        String assignee = assignee(call, body);
        String text = bounded(body, body.requiredText("text"));
        Instant at = due(body);
        return run(call, body, 201, request -> toDos.add(request, lead, assignee, text, at));
    }

    private HttpResponse change(Call call) {
        JsonBody body = JsonBody.of(call.request());
        boolean given = body.has("assigneeId");
        String assignee = assignee(call, body);
        String text = body.has("text") ? bounded(body, body.requiredText("text")) : null;
        Instant at = due(body);
        return run(
                call,
                body,
                200,
                request ->
                        toDos.change(
                                request,
                                call.request().path("id"),
                                now ->
                                        now.changed(
                                                given ? assignee : now.assignee(),
                                                text == null ? now.text() : text,
                                                at == null ? now.at() : at)));
    }

    private HttpResponse finish(Call call) {
        JsonBody body = JsonBody.ofOptional(call.request());
        String note = Prose.orNull(body.text("note"));
        if (note != null && note.length() > LONGEST_NOTE) {
            body.invalid("note", "at most " + LONGEST_NOTE + " characters are needed");
        }
        String id = call.request().path("id");
        return run(call, body, 200, request -> toDos.finish(request, id, noted(note)));
    }

    private HttpResponse reopen(Call call) {
        JsonBody body = JsonBody.ofOptional(call.request());
        String id = call.request().path("id");
        return run(call, body, 200, request -> toDos.reopen(request, id));
    }

    private HttpResponse withdraw(Call call) {
        JsonBody body = JsonBody.ofOptional(call.request());
        String id = call.request().path("id");
        return run(call, body, 204, request -> toDos.withdraw(request, id));
    }

    /** A note as the history keeps it: a paragraph for each line. */
    private @Nullable String noted(@Nullable String note) {
        return note == null
                ? null
                : html.sanitise(Html.all(note.lines().map(Html.Tag.P::of).toList()).render());
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

    private static @Nullable String assignee(Call call, JsonBody body) {
        String id = body.text("assigneeId");
        if (id != null && call.caller().practice().activePerson(id).isEmpty()) {
            body.invalid("assigneeId", "an active person of the practice is needed");
        }
        return id;
    }

    private static @Nullable Instant due(JsonBody body) {
        Instant at = body.instant("dueAt");
        if (at != null && (at.isBefore(EARLIEST) || !at.isBefore(LATEST))) {
            body.invalid("dueAt", "a time of this millennium is needed");
        }
        return at;
    }

    private static String bounded(JsonBody body, String given) {
        String text = Prose.of(given);
        if (text.length() > ToDo.LONGEST) {
            body.invalid("text", "at most " + ToDo.LONGEST + " characters are needed");
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
                                    case Outcome.Done(ToDo toDo) ->
                                            status == 204
                                                    ? HttpResponse.empty(status)
                                                    : shown(status, toDo);
                                    case Outcome.Missing() -> Problem.notFound().response();
                                    case Outcome.Stale(ToDo current) -> stale(current);
                                    case Outcome.Refused(Refusal refusal) ->
                                            Problem.of(refusal).response();
                                    case Outcome.KeyReused() ->
                                            Problem.idempotencyKeyReused().response();
                                }));
    }

    private static HttpResponse shown(int status, ToDo toDo) {
        HttpResponse shown = HttpResponse.json(status, ToDoJson.of(toDo));
        return shown.with("ETag", EntityTag.of(toDo.version(), shown));
    }

    private static HttpResponse stale(ToDo current) {
        HttpResponse shown = shown(200, current);
        return Problem.stale(ToDoJson.of(current))
                .response()
                .with("ETag", EntityTag.of(current.version(), shown));
    }
}
