package io.leadmap.leadqueries;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.EntryType;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.text.Digits;
import io.leadmap.json.Json;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.lambda.Routes;
import io.leadmap.lambda.Samples;
import io.leadmap.leads.HistoryJson;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.RehearsalLead;
import io.leadmap.ports.Histories;
import io.leadmap.ports.Leads;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A lead, as it is or was, and its history. */
public final class LeadReads implements Endpoint {

    private final Leads leads;
    private final Histories histories;
    private final LeadAnswers answers;
    private final Pages pages;

    public LeadReads(Leads leads, Histories histories, LeadAnswers answers, Pages pages) {
        this.leads = leads;
        this.histories = histories;
        this.answers = answers;
        this.pages = pages;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route(
                        "GET /leads/{id}",
                        Access.ANYBODY,
                        call -> call.withLead(id -> lead(call, id)),
                        "asOf")
                .route(
                        "GET /leads/{id}/history",
                        Access.ANYBODY,
                        call -> call.withLead(id -> history(call, id)),
                        "order",
                        "type",
                        "limit",
                        "cursor")
                .route(
                        "GET /leads/{id}/history/verification",
                        Access.ANYBODY,
                        call -> call.withLead(id -> verification(call, id)));
    }

    @Override
    public Samples samples() {
        return RehearsalLead.SAMPLES;
    }

    private HttpResponse lead(Call call, LeadId id) {
        QueryParameters parameters = new QueryParameters(call.request());
        Instant asOf = parameters.instant("asOf");
        return parameters.then(() -> asOf == null ? now(call, id) : then(call, id, asOf));
    }

    private HttpResponse now(Call call, LeadId id) {
        return leads.find(call.practice(), id)
                .map(lead -> answers.read(call, lead))
                .orElseGet(() -> Problem.notFound().response());
    }

    private HttpResponse then(Call call, LeadId id, Instant asOf) {
        List<Commit> until =
                histories.read(call.practice(), id).stream()
                        .filter(commit -> !commit.at().isAfter(asOf))
                        .toList();
        return until.isEmpty()
                ? Problem.notFound().response()
                : answers.past(call, Lead.fold(call.practice(), id, until), asOf);
    }

    private HttpResponse history(Call call, LeadId id) {
        QueryParameters parameters = new QueryParameters(call.request());
        int limit = parameters.limit();
        Set<String> types = parameters.several("type");
        String order = parameters.text("order");
        if (order != null && !order.equals("newest") && !order.equals("oldest")) {
            parameters.wrong("order", "newest or oldest is needed");
        }
        if (!types.stream().allMatch(type -> EntryType.named(type).isPresent())) {
            parameters.wrong("type", "there is no such type of entry");
        }
        boolean newest = "newest".equals(order);
        return pages.from(
                call,
                parameters,
                after -> {
                    List<Commit> history = histories.read(call.practice(), id);
                    return history.isEmpty()
                            ? Problem.notFound().response()
                            : HttpResponse.json(
                                    200,
                                    pages.first(
                                            call,
                                            parameters,
                                            entries(history, types, newest, after),
                                            limit,
                                            entry -> entry.node(call.caller().practice()),
                                            entry -> Long.toString(entry.seq())));
                });
    }

    /**
     * @param after the number of the last entry that was shown, null for none
     */
    private static List<HistoryJson.Numbered> entries(
            List<Commit> history, Set<String> types, boolean newest, @Nullable String after) {
        List<HistoryJson.Numbered> entries =
                HistoryJson.entries(history).stream()
                        .filter(entry ->
                                types.isEmpty() || types.contains(entry.entry().type().apiName()))
                        .filter(entry ->
                                after == null
                                        || (newest
                                                ? entry.seq() < Digits.known(after)
                                                : entry.seq() > Digits.known(after)))
                        .toList();
        return newest ? entries.reversed() : entries;
    }

    private HttpResponse verification(Call call, LeadId id) {
        if (leads.find(call.practice(), id).isEmpty()) {
            return Problem.notFound().response();
        }
        Histories.Verification found = histories.verify(call.practice(), id);
        return HttpResponse.json(
                200,
                Json.object()
                        .put("valid", found.valid())
                        .put("entries", found.entries())
                        .put(
                                "firstBroken",
                                found.firstBroken()
                                        .map(io.micronaut.json.tree.JsonNode::createNumberNode)
                                        .orElse(null)));
    }
}
