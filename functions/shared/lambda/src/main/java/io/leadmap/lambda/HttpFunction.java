package io.leadmap.lambda;

import com.amazonaws.services.lambda.runtime.Context;

import io.leadmap.ports.Backoff;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SignIns;
import io.leadmap.ports.TooLarge;
import io.leadmap.ports.Unavailable;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A function behind the HTTP API: its {@link Endpoint}s answer. Faults are logged and answered with
 * 503 (worth repeating) or 500, without a word of what happened inside.
 */
public abstract class HttpFunction extends LambdaFunction {

    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Routes routes = new Routes();
    private final Authorisation authorisation;

    /**
     * @param endpoints the beans whose routes this function answers
     */
    @SafeVarargs
    protected HttpFunction(
            ApplicationContext beans,
            Function<ApplicationContext, ? extends LambdaFunction> another,
            Class<? extends Endpoint>... endpoints) {
        super(beans, another);
        for (Class<? extends Endpoint> endpoint : endpoints) {
            this.endpoints.add(beans.getBean(endpoint));
        }
        this.endpoints.forEach(endpoint -> endpoint.addTo(routes));
        authorisation =
                new Authorisation(
                        ClaimNames.of(beans.getBean(Environment.class)),
                        beans.getBean(Practices.class),
                        beans.getBean(SignIns.class),
                        beans.getBean(Backoff.class));
    }

    @Override
    final void rehearse() {
        find(Scenery.class).ifPresent(Scenery::arrange);
        new Rehearsal(this).run(endpoints);
    }

    @Override
    final byte[] handle(JsonNode event, @Nullable Context context) {
        return HttpEvents.write(
                HttpEvents.request(event)
                        .map(request -> answer(request, requestId(context)))
                        .orElseGet(HttpFunction::unreadable));
    }

    private static HttpResponse unreadable() {
        return Problem.malformed("Send the request again, to an address of this API.").response();
    }

    private HttpResponse answer(HttpRequest request, String requestId) {
        try {
            return routes.answer(request, authorisation);
        } catch (Unavailable e) {
            log().fault(requestId, "unavailable", e, "route", request.routeKey());
            return shown(request, Problem.unavailable());
        } catch (TooLarge e) {
            log().fault(requestId, "too large", e, "route", request.routeKey());
            return shown(
                    request,
                    Problem.tooLarge(
                            "It cannot be kept as one record, and nothing was changed: shorten"
                                    + " it."));
        } catch (SdkException e) {
            log().fault(requestId, "service refused", e, "route", request.routeKey());
            return shown(request, passes(e) ? Problem.unavailable() : Problem.fault(requestId));
        } catch (RuntimeException e) {
            log().fault(requestId, "fault", e, "route", request.routeKey());
            return shown(request, Problem.fault(requestId));
        }
    }

    /** As the route shows it, unless the same fault keeps it from that. */
    private HttpResponse shown(HttpRequest request, Problem problem) {
        try {
            return routes.shown(request, problem);
        } catch (RuntimeException e) {
            log().fault(request.requestId(), "refusal not shown", e, "route", request.routeKey());
            return problem.response();
        }
    }

    /**
     * Tells whether the same call may succeed later: throttled, time-out, no connection, the
     * service's own fault, or a refusal, which ends with somebody's correction and not with the
     * caller's. What is wrong with the request itself is our fault and stays one.
     */
    private static boolean passes(SdkException e) {
        return e instanceof SdkClientException
                || e.retryable()
                || (e instanceof SdkServiceException service
                        && (service.isThrottlingException() || service.statusCode() >= 500))
                || (e instanceof AwsServiceException refusal && Log.isDenial(refusal));
    }

    /** The route keys that this function answers. */
    public final java.util.Set<String> routeKeys() {
        return routes.keys();
    }
}
