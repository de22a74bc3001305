package io.leadmap.lambda;

import com.amazonaws.services.lambda.runtime.Context;

import io.leadmap.ports.Deadline;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.SortedMap;
import java.util.function.Function;

/**
 * A function that a schedule invokes; it answers and logs what it counted. Faults, and what is left
 * twice in a row, are logged and thrown: the tick goes to a queue that an alarm watches.
 */
public abstract class ScheduledFunction extends LambdaFunction {

    private final Work work;

    /** Builds the function around one of its beans. */
    protected ScheduledFunction(
            ApplicationContext beans,
            Function<ApplicationContext, ? extends LambdaFunction> another,
            Class<? extends Work> work) {
        super(beans, another);
        this.work = beans.getBean(work);
    }

    @Override
    final byte[] handle(JsonNode event, @Nullable Context context) {
        return new Tick(work, log(), requestId(context)).run(deadline(context));
    }

    /** What is done at each tick of the schedule. */
    @FunctionalInterface
    public interface Work {

        /** Works until all is done or the deadline is near; counts by name what was done. */
        SortedMap<String, Long> run(Deadline deadline);
    }
}
