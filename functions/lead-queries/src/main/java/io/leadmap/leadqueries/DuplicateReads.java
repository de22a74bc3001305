package io.leadmap.leadqueries;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.json.Json;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Routes;
import io.leadmap.leads.Duplicates;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.ports.Leads;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * {@code GET /leads/{id}/duplicates}: the rows of other leads that look like the same person, the
 * one first that this lead is suspended for.
 */
public final class DuplicateReads implements Endpoint {

    private final Leads leads;
    private final Duplicates duplicates;
    private final LeadSheet sheet;

    public DuplicateReads(Leads leads, Duplicates duplicates, LeadSheet sheet) {
        this.leads = leads;
        this.duplicates = duplicates;
        this.sheet = sheet;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route(
                "GET /leads/{id}/duplicates",
                Access.ANYBODY,
                call -> call.withLead(id -> duplicates(call, id)));
    }

    private HttpResponse duplicates(Call call, LeadId id) {
        return leads.find(call.practice(), id)
                .map(lead -> answer(call, lead))
                .orElseGet(() -> Problem.notFound().response());
    }

    private HttpResponse answer(Call call, Lead lead) {
        Set<LeadId> found = new LinkedHashSet<>();
        if (lead.suspension().duplicateOf() != null) {
            found.add(lead.suspension().duplicateOf());
        }
        found.addAll(duplicates.of(lead).leads());
        Map<LeadId, Row> rows = sheet.rows(call.practice(), List.copyOf(found));
        return HttpResponse.json(
                200,
                Json.object()
                        .put(
                                "items",
                                found.stream().map(rows::get).filter(Objects::nonNull).toList(),
                                row -> RowJson.of(row, call.caller().practice())));
    }
}
