package io.leadmap.mailevents;

import io.leadmap.lambda.BusFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** Settles mail by what SES reports of it. */
public final class MailEvents extends BusFunction {

    /** As Lambda makes it. */
    public MailEvents() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public MailEvents(Map<String, String> environment, InstantSource clock) {
        this(beansOf(MailEvents.class, environment, clock));
    }

    MailEvents(ApplicationContext beans) {
        super(beans, MailEvents::new, MailNews.class);
    }
}
