package io.leadmap.leadqueries;

import io.leadmap.domain.decide.DueKey;
import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.JsonBody;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.lambda.Routes;
import io.leadmap.leadqueries.TrySweep.Kind;
import io.leadmap.leadqueries.TrySweep.Page;
import io.leadmap.leadqueries.TrySweep.Tried;
import io.leadmap.leads.Writes;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /sweeps/{logicalId}/dry-run}: what a sweep would do now or at a time to come, and
 * what not (section Work and reports of the API). Nothing is stored.
 */
public final class SweepTrials implements Endpoint {

    private static final Map<String, Kind> SWEEPS =
            Map.of("DeadLeadSweep", Kind.DEAD_LEADS, "DripSweep", Kind.DRIPS);

    private static final Duration FURTHEST = Duration.ofDays(366);

    private final TrySweep sweeps;
    private final Pages pages;
    private final InstantSource clock;

    public SweepTrials(TrySweep sweeps, Pages pages, InstantSource clock) {
        this.sweeps = sweeps;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route(
                "POST /sweeps/{logicalId}/dry-run", Access.AGENTS, this::dryRun, "limit", "cursor");
    }

    private HttpResponse dryRun(Call call) {
        JsonBody body = JsonBody.ofOptional(call.request());
        Instant now = clock.instant();
        Instant given = body.instant("at");
        if (given != null && (given.isBefore(now) || given.isAfter(now.plus(FURTHEST)))) {
            body.invalid("at", "a time within a year from now is needed");
        }
        Kind kind = SWEEPS.get(call.request().path("logicalId"));
        return body.then(() ->
                kind == null
                        ? Problem.notFound().response()
                        : Writes.read(
                                call, request -> tried(call, kind, given == null ? now : given)));
    }

    private HttpResponse tried(Call call, Kind kind, Instant at) {
        QueryParameters parameters = new QueryParameters(call.request());
        Practice practice = call.caller().practice();
        int limit = parameters.limit();
        return pages.from(
                call,
                parameters,
                cursor -> {
                    Page page = sweeps.page(practice, kind, at, limit, cursor);
                    return HttpResponse.json(
                            200,
                            Json.object()
                                    .putText("at", at)
                                    .put("would", of(page, Tried.Would.class), SweepTrials::would)
                                    .put(
                                            "wouldNot",
                                            of(page, Tried.WouldNot.class),
                                            SweepTrials::wouldNot)
                                    .put("next", pages.cursor(call, parameters, page.next())));
                });
    }

    private static <T extends Tried> List<T> of(Page page, Class<T> type) {
        return page.tried().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static JsonNode would(Tried.Would would) {
        return lead(would).put("action", Names.camel(would.action())).node();
    }

    private static JsonNode wouldNot(Tried.WouldNot wouldNot) {
        return lead(wouldNot)
                .put("because", Names.camel(wouldNot.because().why()))
                .putText("from", wouldNot.because().from())
                .node();
    }

    private static JsonObject lead(Tried tried) {
        return Json.object()
                .putText("leadId", tried.lead().id())
                .put("name", tried.lead().displayName())
                .put("attempts", tried.lead().followUp().attempts().count())
                .put("campaignId", campaign(tried.due().key()));
    }

    private static @Nullable String campaign(DueKey key) {
        return key instanceof DueKey.Drip(String campaign, String last) ? campaign : null;
    }
}
