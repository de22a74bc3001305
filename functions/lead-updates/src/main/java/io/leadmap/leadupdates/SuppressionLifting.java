package io.leadmap.leadupdates;

import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.suppression.Suppression.Kind;
import io.leadmap.domain.text.Line;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.JsonBody;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Routes;
import io.leadmap.leads.WriteRequest;
import io.leadmap.leads.Writes;
import io.leadmap.leadupdates.LiftSuppression.Outcome;
import io.leadmap.mail.SuppressionRow;
import io.leadmap.ports.Suppressions.Kept;

import java.util.Optional;

/** An administrator lifts a suppression and says why; done again, it answers the same. */
public final class SuppressionLifting implements Endpoint {

    private static final int LONGEST_REASON = 500;

    private final LiftSuppression lifting;

    public SuppressionLifting(LiftSuppression lifting) {
        this.lifting = lifting;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.route("DELETE /suppressions/{id}", Access.ADMINISTRATORS, this::lift);
    }

    private HttpResponse lift(Call call) {
        JsonBody body = JsonBody.of(call.request());
        String reason = Line.of(body.requiredText("reason"));
        if (reason.length() > LONGEST_REASON) {
            body.invalid("reason", "at most " + LONGEST_REASON + " characters are needed");
        }
        Optional<SuppressionRow.Id> id = SuppressionRow.Id.read(call.request().path("id"));
        return body.then(() ->
                id.map(known -> Writes.read(call, request -> lift(call, request, known, reason)))
                        .orElseGet(() -> Problem.notFound().response()));
    }

    private HttpResponse lift(
            Call call, WriteRequest request, SuppressionRow.Id id, String reason) {
        Practice practice = call.caller().practice();
        return switch (lifting.lift(request, id.address(), id.kind(), reason)) {
            case Outcome.Lifted(Kept address) -> lifted(address, id.kind(), practice);
            case Outcome.Refused(Refusal refusal) -> Problem.of(refusal).response();
            case Outcome.Missing() -> Problem.notFound().response();
            case Outcome.KeyReused() -> Problem.idempotencyKeyReused().response();
        };
    }

    private static HttpResponse lifted(Kept address, Kind kind, Practice practice) {
        return SuppressionRow.of(address)
                .filter(row -> row.suppression().kind() == kind)
                .findFirst()
                .map(row -> HttpResponse.json(200, row.json(practice)))
                .orElseGet(() -> Problem.notFound().response());
    }
}
