package io.leadmap.pmswebhook;

import io.leadmap.lambda.HttpFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** Takes the webhooks of PMS systems: verifies, stores raw, answers. */
public final class PmsWebhook extends HttpFunction {

    /** As Lambda makes it. */
    public PmsWebhook() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public PmsWebhook(Map<String, String> environment, InstantSource clock) {
        this(beansOf(PmsWebhook.class, environment, clock));
    }

    PmsWebhook(ApplicationContext beans) {
        super(beans, PmsWebhook::new, PmsEndpoint.class);
    }
}
