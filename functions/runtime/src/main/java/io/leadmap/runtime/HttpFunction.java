package io.leadmap.runtime;

import com.amazonaws.services.lambda.runtime.Context;

import io.leadmap.application.Practices;
import io.leadmap.application.Unavailable;
import io.micronaut.context.BeanContext;
import io.micronaut.json.tree.JsonNode;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/**
 * A function behind the HTTP API: its {@link Routes} answer. Faults are logged and answered with
 * 503 (worth repeating) or 500, without a word of what happened inside.
 */
public abstract class HttpFunction extends LambdaFunction {

    private final Routes routes;
    private final Authorisation authorisation;

    /**
     * @param routes picks this function's routes from its beans
     */
    protected HttpFunction(
            Map<String, String> environment,
            InstantSource clock,
            Function<BeanContext, Routes> routes) {
        super(environment, clock);
        this.routes = routes.apply(beans());
        authorisation = new Authorisation(bean(Practices.class));
    }

    @Override
    final byte[] handle(JsonNode event, Context context) {
        return HttpEvents.write(answer(HttpEvents.request(event), requestId(context)));
    }

    private HttpResponse answer(HttpRequest request, String requestId) {
        try {
            return routes.answer(request, authorisation);
        } catch (Unavailable e) {
            log().fault(requestId, "unavailable", e, "route", request.routeKey());
            return Problem.unavailable().response();
        } catch (SdkException e) {
            log().fault(requestId, "service refused", e, "route", request.routeKey());
            return (passes(e) ? Problem.unavailable() : Problem.fault(requestId)).response();
        } catch (RuntimeException e) {
            log().fault(requestId, "fault", e, "route", request.routeKey());
            return Problem.fault(requestId).response();
        }
    }

    /**
     * Tells whether the same call may succeed later: throttled, time-out, no connection, or the
     * service's own fault.
     */
    private static boolean passes(SdkException e) {
        return e instanceof SdkClientException
                || e.retryable()
                || (e instanceof SdkServiceException service
                        && (service.isThrottlingException() || service.statusCode() >= 500));
    }

    /** The route keys that this function answers. */
    public final java.util.Set<String> routeKeys() {
        return routes.keys();
    }
}
