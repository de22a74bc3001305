package io.leadmap.leadqueries;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.practice.Practice;
import io.leadmap.json.JsonObject;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.lambda.Routes;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;

/** {@code GET /leads}: the Lead Sheet as pages of JSON, or as one CSV. */
public final class LeadSheetEndpoint implements Endpoint {

    private final ReadLeadSheet sheet;
    private final Pages pages;
    private final InstantSource clock;

    public LeadSheetEndpoint(ReadLeadSheet sheet, Pages pages, InstantSource clock) {
        this.sheet = sheet;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route("GET /leads", Access.ANYBODY, this::leads, SheetParameters.NAMES);
    }

    private HttpResponse leads(Call call) {
        QueryParameters parameters = new QueryParameters(call.request());
        SheetQuery query = new SheetParameters(parameters, call.caller(), clock.instant()).read();
        int limit = parameters.limit();
        boolean total = parameters.flag("total");
        return pages.from(
                call,
                parameters,
                after ->
                        call.request().prefers("text/csv", "application/json")
                                ? csv(call, query)
                                : page(call, parameters, query, limit, total, after));
    }

    private HttpResponse page(
            Call call,
            QueryParameters parameters,
            SheetQuery query,
            int limit,
            boolean total,
            @Nullable String after) {
        Practice practice = call.caller().practice();
        return switch (sheet.page(practice, query, limit, after)) {
            case ReadLeadSheet.Answer.TooManyToSort() -> tooMany();
            case ReadLeadSheet.Answer.Page(var rows, var next) -> {
                JsonObject body =
                        pages.page(
                                call,
                                parameters,
                                rows,
                                placed -> RowJson.of(placed.row(), practice),
                                ReadLeadSheet.Placed::place,
                                next);
                if (total) {
                    ReadLeadSheet.Total counted = sheet.total(practice, query);
                    body.put("total", counted.count()).put("orMore", counted.orMore());
                }
                yield HttpResponse.json(200, body);
            }
        };
    }

    private HttpResponse csv(Call call, SheetQuery query) {
        SheetCsv csv = new SheetCsv(call.caller().practice());
        if (!sheet.all(call.caller().practice(), query, csv::add)) {
            return tooMany();
        }
        return csv.isTooLarge()
                ? Problem.invalid(
                                List.of(
                                        new FieldError(
                                                "created",
                                                "more than 5 MB; export shorter periods one after"
                                                        + " the other")))
                        .response()
                : HttpResponse.text(200, "text/csv; charset=utf-8", csv.text())
                        .with("Content-Disposition", "attachment; filename=\"leads.csv\"");
    }

    private static HttpResponse tooMany() {
        return Problem.invalid(
                        List.of(
                                new FieldError(
                                        "sort",
                                        "more than "
                                                + ReadLeadSheet.SORTABLE
                                                + " leads to sort; add created, booked, owner or"
                                                + " status, or sort by created")))
                .response();
    }
}
