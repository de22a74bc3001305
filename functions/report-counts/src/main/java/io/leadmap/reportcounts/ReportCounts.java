package io.leadmap.reportcounts;

import io.leadmap.lambda.StreamFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/**
 * Counts leads for the Mega Report and keeps the names that they are found by: as they change, or
 * what the stream forgot.
 */
public final class ReportCounts extends StreamFunction {

    /** As Lambda makes it. */
    public ReportCounts() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public ReportCounts(Map<String, String> environment, InstantSource clock) {
        this(beansOf(ReportCounts.class, environment, clock));
    }

    ReportCounts(ApplicationContext beans) {
        super(beans, ReportCounts::new, CountStream.class, CountCatchUp.class);
    }
}
