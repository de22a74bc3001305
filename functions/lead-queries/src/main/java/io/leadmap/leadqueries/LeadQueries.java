package io.leadmap.leadqueries;

import io.leadmap.lambda.HttpFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** What people of a practice see. */
public final class LeadQueries extends HttpFunction {

    /** As Lambda makes it. */
    public LeadQueries() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public LeadQueries(Map<String, String> environment, InstantSource clock) {
        this(beansOf(LeadQueries.class, environment, clock));
    }

    LeadQueries(ApplicationContext beans) {
        super(
                beans,
                LeadQueries::new,
                LeadSheetEndpoint.class,
                LeadReads.class,
                DuplicateReads.class,
                PracticeReads.class,
                TodayEndpoint.class,
                MessageReads.class,
                SuppressionReads.class,
                SweepTrials.class,
                HeldReads.class,
                MegaReportEndpoint.class);
    }
}
