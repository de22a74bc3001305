package io.leadmap.eventpublisher;

import io.leadmap.lambda.StreamFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** Publishes histories on the bus, without personal data: at once, or what the stream forgot. */
public final class EventPublisher extends StreamFunction {

    /** As Lambda makes it. */
    public EventPublisher() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public EventPublisher(Map<String, String> environment, InstantSource clock) {
        this(beansOf(EventPublisher.class, environment, clock));
    }

    EventPublisher(ApplicationContext beans) {
        super(beans, EventPublisher::new, HistoryStream.class, HistoryCatchUp.class);
    }
}
