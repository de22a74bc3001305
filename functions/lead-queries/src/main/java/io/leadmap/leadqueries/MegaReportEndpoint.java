package io.leadmap.leadqueries;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.report.Row;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.lambda.Routes;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Mega Report, and the leads behind each of its numbers (domain section 10). */
final class MegaReportEndpoint implements Endpoint {

    private static final int LONGEST_DAYS = 3_660;
    private static final String[] FILTERS = {
        "from", "to", "by", "division", "source", "owner", "split"
    };
    private static final String[] FILTERS_OF_PAGES = {
        "from", "to", "by", "division", "source", "owner", "split", "limit", "cursor"
    };

    private final ReadMegaReport reports;
    private final Pages pages;
    private final InstantSource clock;

    MegaReportEndpoint(ReadMegaReport reports, Pages pages, InstantSource clock) {
        this.reports = reports;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route("GET /reports/mega", Access.ANYBODY, this::report, FILTERS)
                .route("GET /reports/mega/{row}", Access.ANYBODY, this::behind, FILTERS_OF_PAGES);
    }

    private HttpResponse report(Call call) {
        QueryParameters parameters = new QueryParameters(call.request());
        MegaQuery query = query(call, parameters);
        return parameters.then(
                () -> HttpResponse.json(200, json(reports.read(call.caller().practice(), query))));
    }

    private HttpResponse behind(Call call) {
        QueryParameters parameters = new QueryParameters(call.request());
        MegaQuery query = query(call, parameters);
        int limit = parameters.limit();
        Optional<Row> row =
                Arrays.stream(Row.values())
                        .filter(r -> Names.camel(r).equals(call.request().path("row")))
                        .findFirst();
        if (row.isEmpty()) {
            return Problem.notFound().response();
        }
        Practice practice = call.caller().practice();
        return pages.from(
                call,
                parameters,
                after -> {
                    ReadMegaReport.Behind behind =
                            reports.behind(practice, query, row.get(), limit, after);
                    return HttpResponse.json(
                            200,
                            pages.page(
                                    call,
                                    parameters,
                                    behind.leads(),
                                    lead -> RowJson.of(lead.row(), practice),
                                    ReadMegaReport.Placed::place,
                                    behind.next()));
                });
    }

    private MegaQuery query(Call call, QueryParameters parameters) {
        LocalDate today =
                LocalDate.ofInstant(
                        clock.instant(), call.caller().practice().settings().timeZone());
        LocalDate from = or(parameters.date("from"), today.withDayOfMonth(1));
        LocalDate to = or(parameters.date("to"), today.isBefore(from) ? from : today);
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
            parameters.wrong("to", "is not before from, and at most ten years later");
        }
        return new MegaQuery(
                from,
                to,
                choice(parameters, "by", MegaQuery.By.class).orElse(MegaQuery.By.DAY),
                parameters.several("division"),
                parameters.several("source"),
                owners(call, parameters),
                choice(parameters, "split", MegaQuery.Split.class));
    }

    private static Set<String> owners(Call call, QueryParameters parameters) {
        Set<String> owners = new LinkedHashSet<>();
        parameters
                .several("owner")
                .forEach(owner ->
                        owners.add(owner.equals("me") ? call.caller().person().id() : owner));
        return owners;
    }

    private static <E extends Enum<E>> Optional<E> choice(
            QueryParameters parameters, String name, Class<E> type) {
        String text = parameters.text(name);
        Optional<E> found =
                Arrays.stream(type.getEnumConstants())
                        .filter(constant -> Names.camel(constant).equals(text))
                        .findFirst();
        if (text != null && found.isEmpty()) {
            parameters.wrong(
                    name,
                    "one of "
                            + Arrays.stream(type.getEnumConstants()).map(Names::camel).toList()
                            + " is needed");
        }
        return found;
    }

    private static LocalDate or(@Nullable LocalDate date, LocalDate otherwise) {
        return date == null ? otherwise : date;
    }

    private static JsonNode json(MegaReport report) {
        return Json.object()
                .putText("from", report.from())
                .putText("to", report.to())
                .put("by", Names.camel(report.by()))
                .putText("timeZone", report.timeZone())
                .put(
                        "columns",
                        report.columns(),
                        column ->
                                Json.object()
                                        .putText("from", column.from())
                                        .putText("to", column.to())
                                        .node())
                .put("rows", report.lines(), MegaReportEndpoint::line)
                .node();
    }

    private static JsonNode line(MegaReport.Line line) {
        JsonObject json =
                Json.object()
                        .put("row", Names.camel(line.row()))
                        .put("date", date(line.row()))
                        .put("counts", line.counts(), JsonNode::createNumberNode)
                        .put("total", line.total());
        line.split().ifPresent(parts -> split(json, parts));
        return json.node();
    }

    /** The lead's date by which a row counts. */
    private static String date(Row row) {
        return switch (row) {
            case ADDITIONAL_LEADS -> "createdAt";
            case ADDITIONAL_LEADS_BOOKED -> "bookedAt";
            case NEW_CLIENTS -> "invoicedAt";
            case LOST -> "lostAt";
            case CANCELLED -> "cancelledAt";
        };
    }

    private static void split(JsonObject json, List<MegaReport.Part> parts) {
        json.put(
                "split",
                parts,
                part ->
                        Json.object()
                                .put("id", part.id())
                                .put("name", part.name())
                                .put("counts", part.counts(), JsonNode::createNumberNode)
                                .put("total", part.total())
                                .node());
    }
}
