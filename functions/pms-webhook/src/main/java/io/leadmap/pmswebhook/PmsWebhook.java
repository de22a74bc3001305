package io.leadmap.pmswebhook;

import io.leadmap.runtime.HttpFunction;
import io.leadmap.runtime.pms.PmsEndpoint;

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
        super(environment, clock, PmsEndpoint.class);
    }
}
