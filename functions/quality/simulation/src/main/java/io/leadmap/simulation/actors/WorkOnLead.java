package io.leadmap.simulation.actors;

import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * A person of the practice works on a lead.
 *
 * @param lead its number, oldest first
 * @param person {@code ava}, {@code noah} or {@code mei}, who is an administrator, too
 */
public record WorkOnLead(String practice, int lead, String person, Work work) implements Action {

    @Override
    public void play(World world, @Nullable Strike strike) {
        Calls.lead(world, practice, lead)
                .ifPresent(id ->
                        world.call(
                                (person.equals("mei")
                                                ? Calls.administrator(
                                                        practice, work.route(), work.body())
                                                : Calls.agent(
                                                        practice,
                                                        person,
                                                        work.route(),
                                                        work.body()))
                                        .at("id", id.value())
                                        .at("stepId", "insurance")
                                        .at("campaignId", "physio-101"),
                                strike));
    }

    @Override
    public String tell() {
        return "%s of %s %s %s"
                .formatted(
                        person.substring(0, 1).toUpperCase(Locale.ROOT) + person.substring(1),
                        practice,
                        work.words(),
                        Calls.which(lead));
    }
}
