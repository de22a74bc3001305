package io.leadmap.leadqueries;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.json.Names;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.EntityTag;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.lambda.Routes;
import io.leadmap.leads.ToDoJson;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SortableTime;
import io.leadmap.ports.ToDos;
import io.leadmap.practice.Document;
import io.leadmap.practice.Documents;
import io.leadmap.practice.ListedDocument;
import io.leadmap.practice.ListedDocument.Shown;
import io.leadmap.practice.SettingsDocument;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who the caller is, what they have to do, and how their practice is configured, without secrets.
 */
public final class PracticeReads implements Endpoint {

    private final ToDos toDos;
    private final Practices practices;
    private final Pages pages;

    public PracticeReads(ToDos toDos, Practices practices, Pages pages) {
        this.toDos = toDos;
        this.practices = practices;
        this.pages = pages;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route("GET /me", Access.ANYBODY, PracticeReads::me)
                .route(
                        "GET /todos",
                        Access.ANYBODY,
                        this::toDos,
                        "assignee",
                        "lead",
                        "state",
                        "dueTo",
                        "limit",
                        "cursor")
                .route(
                        "GET /practice/{document}",
                        Access.ANYBODY,
                        this::documents,
                        "limit",
                        "cursor")
                .route("GET /practice/{document}/{id}", Access.ANYBODY, PracticeReads::document);
    }

    private static HttpResponse me(Call call) {
        Person person = call.caller().person();
        Practice practice = call.caller().practice();
        return HttpResponse.json(
                200,
                Json.object()
                        .put("id", person.id())
                        .put("name", person.name())
                        .put("email", person.email())
                        .put("alias", person.alias())
                        .putTexts(
                                "roles",
                                call.caller().roles().stream().sorted().map(Names::camel).toList())
                        .put(
                                "practice",
                                Json.object()
                                        .putText("id", practice.id())
                                        .put("name", practice.name())
                                        .putText("timeZone", practice.settings().timeZone())
                                        .put(
                                                "vocabulary",
                                                Names.camel(practice.settings().vocabulary()))));
    }

    private HttpResponse toDos(Call call) {
        QueryParameters parameters = new QueryParameters(call.request());
        String assignee = parameters.text("assignee");
        String lead = parameters.text("lead");
        String state = parameters.text("state");
        if (state != null && !state.equals("open")) {
            parameters.wrong("state", "open is the one value");
        }
        if (lead != null && !LeadId.isValid(lead)) {
            parameters.wrong("lead", "a lead's id is needed");
        }
        String whose =
                assignee == null || assignee.equals("me") ? call.caller().person().id() : assignee;
        LocalDate dueTo = parameters.date("dueTo");
        Predicate<ToDo> wanted =
                todo ->
                        (lead == null || new LeadId(lead).equals(todo.lead()))
                                && (dueTo == null || !day(call, todo.at()).isAfter(dueTo));
        return parameters.then(() ->
                pages.list(
                        call,
                        parameters,
                        open(call.practice(), whose).stream().filter(wanted).toList(),
                        todo -> SortableTime.of(todo.at()) + " " + todo.id(),
                        ToDoJson::of));
    }

    /** All that are open: they are put in order after they were read, whatever is shown. */
    private List<ToDo> open(PracticeId practice, String whose) {
        return toDos.open(practice, whose.equals("none") ? null : whose, Integer.MAX_VALUE);
    }

    private static LocalDate day(Call call, Instant at) {
        return LocalDate.ofInstant(at, call.caller().practice().settings().timeZone());
    }

    private HttpResponse documents(Call call) {
        return switch (asked(call)) {
            case null -> Problem.notFound().response();
            case SettingsDocument settings ->
                    configured(call, settings.shown(call.caller().practice()));
            case ListedDocument<?> kind ->
                    tagged(
                            call,
                            pages.configured(
                                    call,
                                    new QueryParameters(call.request()),
                                    practices,
                                    kind::shown,
                                    Shown::id,
                                    Shown::json));
        };
    }

    private static HttpResponse document(Call call) {
        String id = call.request().path("id");
        Optional<Shown> found =
                switch (asked(call)) {
                    case null -> Optional.empty();
                    case SettingsDocument settings -> Optional.empty();
                    case ListedDocument<?> kind ->
                            kind.shown(call.caller().practice()).stream()
                                    .filter(shown -> shown.id().equals(id))
                                    .findFirst();
                };
        return found.map(shown -> configured(call, shown.json()))
                .orElseGet(() -> Problem.notFound().response());
    }

    private static @Nullable Document asked(Call call) {
        return Documents.find(call.request().path("document")).orElse(null);
    }

    private static HttpResponse configured(Call call, JsonNode body) {
        return tagged(call, HttpResponse.json(200, body));
    }

    /** Every document is of the practice's version, and not sent again to who has that. */
    private static HttpResponse tagged(Call call, HttpResponse response) {
        return response.status() == 200
                ? EntityTag.tagged(call.request(), call.caller().practice().version(), response)
                : response;
    }
}
