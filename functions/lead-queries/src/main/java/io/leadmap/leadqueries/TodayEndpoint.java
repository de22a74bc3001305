package io.leadmap.leadqueries;

import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.EntityTag;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.lambda.Routes;
import io.leadmap.leadqueries.ReadToday.Whose;
import io.leadmap.leadqueries.Today.Group;
import io.leadmap.leadqueries.Today.Item;
import io.leadmap.leadqueries.Today.LeadItem;
import io.leadmap.leadqueries.Today.MessageItem;
import io.leadmap.leadqueries.Today.ToDoItem;
import io.leadmap.leads.MessageJson;
import io.leadmap.leads.ToDoJson;
import io.leadmap.leads.Values;
import io.leadmap.ports.LeadSheet.Row;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * {@code GET /today}: what waits for the caller, for nobody or for everybody (section Work and
 * reports of the API).
 */
final class TodayEndpoint implements Endpoint {

    private final ReadToday today;
    private final InstantSource clock;

    TodayEndpoint(ReadToday today, InstantSource clock) {
        this.today = today;
        this.clock = clock;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route("GET /today", Access.ANYBODY, this::today, "whose");
    }

    private HttpResponse today(Call call) {
        QueryParameters parameters = new QueryParameters(call.request());
        String asked = parameters.text("whose");
        Whose whose =
                switch (asked) {
                    case null -> Whose.ME;
                    case "me", "team", "none" -> Whose.valueOf(asked.toUpperCase(Locale.ROOT));
                    default -> {
                        parameters.wrong("whose", "me, team or none is needed");
                        yield Whose.ME;
                    }
                };
        return parameters.then(() -> answer(call, whose));
    }

    /** The time of the answer is no news: who polls is told 304 while nothing else changes. */
    private HttpResponse answer(Call call, Whose whose) {
        Instant now = clock.instant();
        Practice practice = call.caller().practice();
        Today found = today.read(practice, call.caller().person(), whose, now);
        JsonObject body = json(call, whose, found);
        HttpResponse tagged =
                EntityTag.tagged(call.request(), practice.version(), HttpResponse.json(200, body));
        return tagged.status() == 304
                ? tagged
                : HttpResponse.json(200, body.putText("now", now))
                        .with("ETag", EntityTag.of(practice.version(), tagged));
    }

    private static JsonObject json(Call call, Whose whose, Today today) {
        Practice practice = call.caller().practice();
        JsonObject body =
                Json.object()
                        .putText("target", practice.settings().firstCallTarget())
                        .put("groups", today.groups(), group -> group(call, group));
        if (whose == Whose.TEAM) {
            body.put(
                    "people",
                    today.people(),
                    load ->
                            Json.object()
                                    .put("id", load.person().id())
                                    .put("name", load.person().name())
                                    .put("waiting", load.waiting())
                                    .put("overdue", load.overdue())
                                    .node());
        }
        return body;
    }

    private static JsonNode group(Call call, Group group) {
        return Json.object()
                .put("group", Names.camel(group.kind()))
                .put("count", group.count())
                .put("orMore", group.orMore())
                .put("overdue", group.overdue())
                .put("items", group.items(), item -> item(call, item))
                .node();
    }

    private static JsonNode item(Call call, Item item) {
        Practice practice = call.caller().practice();
        JsonObject body =
                switch (item) {
                    case LeadItem lead ->
                            Json.object()
                                    .put(
                                            "lead",
                                            RowJson.of(
                                                    lead.waiting().row(),
                                                    lead.waiting().version(),
                                                    practice))
                                    .put("attempts", lead.waiting().attempts().count())
                                    .putText("sweptAt", lead.sweptAt());
                    case ToDoItem todo ->
                            Json.object()
                                    .put("todo", ToDoJson.of(todo.todo()))
                                    .put("lead", row(practice, todo.lead()));
                    case MessageItem message ->
                            Json.object()
                                    .put(
                                            "message",
                                            MessageJson.of(
                                                    message.message(), call.caller().person().id()))
                                    .put(
                                            "author",
                                            Values.person(practice, message.message().author()))
                                    .put("lead", row(practice, message.lead()));
                };
        return body.putText("since", item.since()).putText("dueAt", item.dueAt()).node();
    }

    private static @Nullable JsonNode row(Practice practice, @Nullable Row lead) {
        return lead == null ? null : RowJson.of(lead, practice);
    }
}
