package io.leadmap.pmswebhook;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Rehearsal;
import io.leadmap.lambda.Routes;
import io.leadmap.lambda.Samples;
import io.leadmap.pmswebhook.ReceivePmsEvent.Answer;

import java.util.List;

/**
 * PMS webhooks over HTTP (section Public of the API): 2xx once stored, whatever becomes of them
 * later.
 */
final class PmsEndpoint implements Endpoint {

    private final ReceivePmsEvent receiving;

    PmsEndpoint(ReceivePmsEvent receiving) {
        this.receiving = receiving;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.open("POST /pms/{connectionId}", this::receive);
    }

    @Override
    public Samples samples() {
        return Samples.of("connectionId", Rehearsal.PRACTICE + "-pms");
    }

    private HttpResponse receive(HttpRequest request) {
        return switch (receiving.receive(
                request.path("connectionId"), request.headers(), request.body())) {
            case Answer.Stored() -> HttpResponse.empty(202);
            case Answer.UnknownConnection() -> Problem.notFound().response();
            case Answer.TooLarge() -> Problem.tooLarge(ReceivePmsEvent.LIMIT).response();
            case Answer.TooLargeToKeep() ->
                    Problem.tooLarge("It cannot be kept even compressed: send less at once.")
                            .response();
            case Answer.NotGenuine() -> Problem.badSignature().response();
            case Answer.Malformed(String where, String message) ->
                    (where.isEmpty()
                                    ? Problem.malformed(message)
                                    : Problem.malformed(List.of(new FieldError(where, message))))
                            .response();
        };
    }
}
