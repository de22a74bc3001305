package io.leadmap.leadqueries;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.lambda.Routes;
import io.leadmap.leads.Duplicates;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.ports.Leads;
import io.leadmap.ports.SortableTime;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code GET /leads/{id}/duplicates}: the rows of other leads that look like the same person, the
 * one first that this lead is suspended for.
 */
public final class DuplicateReads implements Endpoint {

    private final Leads leads;
    private final Duplicates duplicates;
    private final LeadSheet sheet;
    private final Pages pages;

    public DuplicateReads(Leads leads, Duplicates duplicates, LeadSheet sheet, Pages pages) {
        this.leads = leads;
        this.duplicates = duplicates;
        this.sheet = sheet;
        this.pages = pages;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route(
                "GET /leads/{id}/duplicates",
                Access.ANYBODY,
                call -> call.withLead(id -> duplicates(call, id)),
                "limit",
                "cursor");
    }

    private HttpResponse duplicates(Call call, LeadId id) {
        return leads.find(call.practice(), id)
                .map(lead -> answer(call, lead))
                .orElseGet(() -> Problem.notFound().response());
    }

    private HttpResponse answer(Call call, Lead lead) {
        @Nullable LeadId suspected = lead.suspension().duplicateOf();
        Set<LeadId> found = new LinkedHashSet<>(duplicates.of(lead).leads());
        if (suspected != null) {
            found.add(suspected);
        }
        Collection<Row> rows = sheet.rows(call.practice(), List.copyOf(found)).values();
        return pages.list(
                call,
                new QueryParameters(call.request()),
                List.copyOf(rows),
                row -> place(row, suspected),
                row -> RowJson.of(row, call.caller().practice()));
    }

    private static String place(Row row, @Nullable LeadId suspected) {
        String first = row.id().equals(suspected) ? "0 " : "1 ";
        return first + SortableTime.of(row.dates().created()) + " " + row.id();
    }
}
