package io.leadmap.leads;

import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.EntityTag;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Problem;
import io.leadmap.ports.Practices;
import io.micronaut.json.tree.JsonNode;

import java.time.Instant;
import java.time.InstantSource;

/** Answers with leads, and with what became of a write. */
public final class LeadAnswers {

    private final Practices practices;
    private final Duplicates duplicates;
    private final InstantSource clock;

    public LeadAnswers(Practices practices, Duplicates duplicates, InstantSource clock) {
        this.practices = practices;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    /** The lead as the caller may see it, with its ETag. */
    public HttpResponse lead(int status, Call call, Lead lead) {
        return lead(status, call, practice(call, lead), lead);
    }

    /** The lead as it was, with what was known of its address then. */
    public HttpResponse past(Call call, Lead lead, Instant asOf) {
        JsonNode node =
                LeadJson.of(
                        lead,
                        practice(call, lead),
                        call.caller().actor(),
                        clock.instant(),
                        duplicates.of(lead, asOf));
        return EntityTag.tagged(
                call.request(), lead.revision().version(), HttpResponse.json(200, node));
    }

    /** The configuration that the call began with, unless the lead got a source on the spot. */
    private Practice practice(Call call, Lead lead) {
        Practice known = call.caller().practice();
        return lead.origin().source() == null || known.source(lead.origin().source()).isPresent()
                ? known
                : practices.find(known.id()).orElse(known);
    }

    private HttpResponse lead(int status, Call call, Practice practice, Lead lead) {
        HttpResponse shown = HttpResponse.json(status, node(call, practice, lead));
        HttpResponse response = shown.with("ETag", EntityTag.of(lead.revision().version(), shown));
        return status == 201 ? response.with("Location", "/leads/" + lead.id()) : response;
    }

    /** The lead for who reads it; 304 to who knows all that is shown of it. */
    public HttpResponse read(Call call, Lead lead) {
        HttpResponse shown = HttpResponse.json(200, node(call, practice(call, lead), lead));
        return EntityTag.tagged(call.request(), lead.revision().version(), shown);
    }

    /** What became of a write. */
    public HttpResponse written(Call call, Written written) {
        return switch (written) {
            case Written.Done(int status, Lead lead, var reference) -> lead(status, call, lead);
            case Written.Planned planned -> planned(call, planned);
            case Written.Refused(Refusal refusal) -> Problem.of(refusal).response();
            case Written.Missing() -> Problem.notFound().response();
            case Written.Stale stale -> stale(call, stale);
            case Written.KeyReused() -> Problem.idempotencyKeyReused().response();
        };
    }

    private static HttpResponse planned(Call call, Written.Planned planned) {
        JsonObject plan = DryRunJson.of(planned.decision(), call.caller().practice());
        planned.newSource()
                .ifPresent(source ->
                        plan.put(
                                "newSource",
                                Json.object().put("id", source.id()).put("name", source.name())));
        return HttpResponse.json(200, plan);
    }

    private HttpResponse stale(Call call, Written.Stale stale) {
        Lead lead = stale.current();
        JsonNode current = node(call, practice(call, lead), lead);
        return Problem.stale(
                        current,
                        HistoryJson.actor(stale.changedBy()).node(),
                        stale.changedAt(),
                        stale.changed())
                .response()
                .with(
                        "ETag",
                        EntityTag.of(lead.revision().version(), HttpResponse.json(200, current)));
    }

    private JsonNode node(Call call, Practice practice, Lead lead) {
        Duplicates.Found found = duplicates.of(lead);
        return LeadJson.of(lead, practice, call.caller().actor(), clock.instant(), found);
    }
}
