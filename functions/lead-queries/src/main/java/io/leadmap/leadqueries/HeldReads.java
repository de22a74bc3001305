package io.leadmap.leadqueries;

import io.leadmap.domain.lead.HeldTrigger;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.lambda.Routes;
import io.leadmap.leadqueries.SheetQuery.Period;
import io.leadmap.leads.HeldJson;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.LeadSheet.Position;
import io.leadmap.ports.LeadSheet.Range;
import io.leadmap.ports.LeadSheet.Row;
import io.leadmap.ports.Leads;
import io.leadmap.ports.SortableTime;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code GET /held}: suspended leads whose triggers wait for reinstatement, the newest lead first
 * (domain section 2). Rows say which leads are suspended, and these alone are read; a page reads
 * {@link #READ} rows at most and may be short.
 */
public final class HeldReads implements Endpoint {

    /** Rows that a page looks at, suspended or not. */
    static final int READ = 1_000;

    private static final int BATCH = 250;
    private static final Range ALL = new Range.Created(Period.ALWAYS.from(), Period.ALWAYS.to());

    private final LeadSheet sheet;
    private final Leads leads;
    private final Pages pages;

    public HeldReads(LeadSheet sheet, Leads leads, Pages pages) {
        this.sheet = sheet;
        this.leads = leads;
        this.pages = pages;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route("GET /held", Access.AGENTS, this::held, "limit", "cursor");
    }

    private HttpResponse held(Call call) {
        QueryParameters parameters = new QueryParameters(call.request());
        Practice practice = call.caller().practice();
        int limit = parameters.limit();
        return pages.from(
                call,
                parameters,
                after -> {
                    Found found = find(practice.id(), limit, after);
                    return HttpResponse.json(
                            200,
                            pages.page(
                                    call,
                                    parameters,
                                    found.waiting(),
                                    waiting -> json(waiting, practice),
                                    waiting -> place(waiting.row()),
                                    found.next()));
                });
    }

    private record Waiting(Row row, List<HeldTrigger> held) {}

    /**
     * @param next where the next page begins, null after the last
     */
    private record Found(List<Waiting> waiting, @Nullable String next) {}

    private Found find(PracticeId practice, int limit, @Nullable String after) {
        List<Waiting> waiting = new ArrayList<>();
        @Nullable Position position = after == null ? null : position(after);
        for (int read = 0; read < READ; ) {
            LeadSheet.Page page = sheet.read(practice, ALL, true, position, BATCH);
            for (Row row : page.rows()) {
                if (waiting.size() == limit) {
                    return new Found(waiting, place(waiting.getLast().row()));
                }
                if (!row.suspensions().isEmpty()) {
                    waiting.addAll(held(practice, row));
                }
            }
            read += page.rows().size();
            if (!page.more() || page.rows().isEmpty()) {
                return new Found(waiting, null);
            }
            position = position(place(page.rows().getLast()));
        }
        return new Found(waiting, position == null ? null : place(position));
    }

    /** The lead itself, if triggers wait for it. */
    private List<Waiting> held(PracticeId practice, Row row) {
        return leads
                .find(practice, row.id())
                .map(lead -> lead.suspension().held())
                .filter(held -> !held.isEmpty())
                .map(held -> new Waiting(row, held))
                .stream()
                .toList();
    }

    private static String place(Row row) {
        return place(new Position(row.dates().created(), row.id()));
    }

    private static String place(Position position) {
        return SortableTime.of(position.at()) + " " + position.lead();
    }

    private static Position position(String place) {
        String[] parts = place.split(" ", 2);
        return new Position(SortableTime.read(parts[0]), new LeadId(parts[1]));
    }

    private static JsonNode json(Waiting waiting, Practice practice) {
        return Json.object()
                .put("lead", RowJson.of(waiting.row(), practice))
                .put("triggers", waiting.held(), held -> HeldJson.of(held, practice))
                .node();
    }
}
