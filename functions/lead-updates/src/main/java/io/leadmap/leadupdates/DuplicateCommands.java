package io.leadmap.leadupdates;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.JsonBody;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Routes;
import io.leadmap.leads.Duplicates;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.Writes;
import io.leadmap.leads.Written;
import io.leadmap.ports.Leads;

/** What a person decides about leads that look like the same person (domain section 2). */
final class DuplicateCommands implements Endpoint {

    private final LeadWriter writer;
    private final LeadAnswers answers;
    private final Leads leads;
    private final Duplicates duplicates;

    DuplicateCommands(LeadWriter writer, LeadAnswers answers, Leads leads) {
        this.writer = writer;
        this.answers = answers;
        this.leads = leads;
        duplicates = new Duplicates(leads);
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.command(
                "POST /leads/{id}/duplicates/{otherId}/ignore", Access.AGENTS, this::ignore);
    }

    private HttpResponse ignore(Call call) {
        JsonBody body = JsonBody.ofOptional(call.request());
        return body.then(() -> call.withLead(lead -> ignore(call, lead)));
    }

    private HttpResponse ignore(Call call, LeadId lead) {
        String other = call.request().path("otherId");
        return !LeadId.isValid(other)
                ? Problem.notFound().response()
                : leads.find(call.practice(), lead)
                        .filter(found -> resembles(found, new LeadId(other)))
                        .flatMap(found -> leads.find(call.practice(), new LeadId(other)))
                        .map(found -> ignore(call, lead, found))
                        .orElseGet(() -> Problem.notFound().response());
    }

    /** Also what was ignored before, so that a repetition is answered as the first time. */
    private boolean resembles(Lead lead, LeadId other) {
        return other.equals(lead.suspension().duplicateOf())
                || lead.suspension().ignored().contains(other)
                || duplicates.of(lead).leads().contains(other);
    }

    /** What is suspected to be a double of this lead is told, too: it is said from either side. */
    private HttpResponse ignore(Call call, LeadId lead, Lead other) {
        return Writes.read(
                call,
                request -> {
                    Written written =
                            writer.write(request, lead, new Command.IgnoreDuplicate(other.id()));
                    if (written instanceof Written.Done
                            && lead.equals(other.suspension().duplicateOf())) {
                        writer.write(
                                request.asOneOfSeveral(),
                                other.id(),
                                new Command.IgnoreDuplicate(lead));
                    }
                    return answers.written(call, written);
                });
    }
}
