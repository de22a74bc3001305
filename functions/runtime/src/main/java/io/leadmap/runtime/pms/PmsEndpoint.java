package io.leadmap.runtime.pms;

import io.leadmap.application.pms.ReceivePmsEvent;
import io.leadmap.application.pms.ReceivePmsEvent.Answer;
import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.runtime.Endpoint;
import io.leadmap.runtime.HttpRequest;
import io.leadmap.runtime.HttpResponse;
import io.leadmap.runtime.Problem;
import io.leadmap.runtime.Rehearsal;
import io.leadmap.runtime.Routes;
import io.leadmap.runtime.Samples;

import java.util.List;

/**
 * PMS webhooks over HTTP (section Public of the API): 2xx once stored, whatever becomes of them
 * later.
 */
public final class PmsEndpoint implements Endpoint {

    private final ReceivePmsEvent receiving;

    public PmsEndpoint(ReceivePmsEvent receiving) {
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
