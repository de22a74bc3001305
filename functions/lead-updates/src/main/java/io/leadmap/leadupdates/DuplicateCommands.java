package io.leadmap.leadupdates;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.JsonBody;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Routes;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.Writes;
import io.leadmap.ports.Leads;

/** What a person decides about leads that look like the same person (domain section 2). */
final class DuplicateCommands implements Endpoint {

    private final LeadWriter writer;
    private final LeadAnswers answers;
    private final Leads leads;

    DuplicateCommands(LeadWriter writer, LeadAnswers answers, Leads leads) {
        this.writer = writer;
        this.answers = answers;
        this.leads = leads;
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
        if (!LeadId.isValid(other)
                || other.equals(lead.value())
                || leads.find(call.practice(), new LeadId(other)).isEmpty()) {
            return Problem.notFound().response();
        }
        Command command = new Command.IgnoreDuplicate(new LeadId(other));
        return Writes.read(
                call, request -> answers.written(call, writer.write(request, lead, command)));
    }
}
