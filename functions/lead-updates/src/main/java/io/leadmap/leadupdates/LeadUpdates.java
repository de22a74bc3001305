package io.leadmap.leadupdates;

import io.leadmap.lambda.HttpFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** What people of a practice do with leads. */
public final class LeadUpdates extends HttpFunction {

    /** As Lambda makes it. */
    public LeadUpdates() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public LeadUpdates(Map<String, String> environment, InstantSource clock) {
        this(beansOf(LeadUpdates.class, environment, clock));
    }

    LeadUpdates(ApplicationContext beans) {
        super(
                beans,
                LeadUpdates::new,
                LeadAdditions.class,
                LeadCommands.class,
                DuplicateCommands.class,
                ToDoCommands.class,
                MessageCommands.class,
                SuppressionLifting.class);
    }
}
