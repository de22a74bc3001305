package io.leadmap.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.simulation.actors.FollowLink;
import io.leadmap.simulation.actors.ScheduleTicks;
import io.leadmap.simulation.actors.StreamFlows;
import io.leadmap.simulation.actors.StruckAction;
import io.leadmap.simulation.world.Mishap;
import io.leadmap.simulation.world.Strike.Aim;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class ShrinkerTest {

    private static final StruckAction CAUSE = StruckAction.of(new ScheduleTicks("DripSweep"));
    private static final StruckAction TRIGGER =
            StruckAction.of(new StreamFlows("MailSender.Ledger"));
    private static final StruckAction IDLE = StruckAction.of(new FollowLink(0));

    @Test
    void only_what_a_story_needs_is_left_in_its_order() {
        List<StruckAction> steps = new ArrayList<>(Collections.nCopies(17, IDLE));
        steps.add(4, CAUSE);
        steps.add(11, TRIGGER);

        List<StruckAction> few =
                new Shrinker(story ->
                        story.contains(CAUSE) && story.lastIndexOf(TRIGGER) > story.indexOf(CAUSE))
                        .shrunk(steps);

        assertThat(few).containsExactly(CAUSE, TRIGGER);
    }

    @Test
    void a_fault_that_a_story_does_not_need_is_left_out() {
        StruckAction struck = StruckAction.struck(CAUSE.action(), Aim.ANY, 3, 1, Mishap.THROTTLED);

        List<StruckAction> few =
                new Shrinker(story ->
                        story.stream().anyMatch(step -> step.action().equals(CAUSE.action())))
                        .shrunk(List.of(IDLE, struck, IDLE));

        assertThat(few).containsExactly(CAUSE);
    }
}
