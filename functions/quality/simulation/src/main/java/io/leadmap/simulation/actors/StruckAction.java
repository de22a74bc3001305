package io.leadmap.simulation.actors;

import io.leadmap.simulation.world.Mishap;
import io.leadmap.simulation.world.Strike;
import io.leadmap.simulation.world.Strike.Aim;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

/**
 * A step of a story: an action, and what goes wrong with it.
 *
 * @param trouble null if nothing does
 */
public record StruckAction(Action action, @Nullable Trouble trouble) {

    /**
     * What goes wrong.
     *
     * @param aim which calls count
     * @param call of the function's calls to what is outside, from 1
     * @param times how many calls it lasts for
     * @param meanwhile what happens before that call; null unless the fault is that
     */
    public record Trouble(Aim aim, int call, int times, Mishap fault, @Nullable Action meanwhile) {

        Strike strike(World world) {
            return new Strike(
                    aim,
                    call,
                    times,
                    fault,
                    () -> {
                        if (meanwhile != null) {
                            meanwhile.play(world, null);
                        }
                    });
        }
    }

    public static StruckAction of(Action action) {
        return new StruckAction(action, null);
    }

    /** An action during which another happens, before a call of the first. */
    public static StruckAction meanwhile(Action action, Aim aim, int call, Action other) {
        return new StruckAction(action, new Trouble(aim, call, 1, Mishap.MEANWHILE, other));
    }

    /** An action that is struck. */
    public static StruckAction struck(Action action, Aim aim, int call, int times, Mishap fault) {
        return new StruckAction(action, new Trouble(aim, call, times, fault, null));
    }

    /** It happens. */
    public void play(World world) {
        world.watchers().begins(world);
        action.play(world, trouble == null ? null : trouble.strike(world));
    }

    /** What happens, in the words of the domain. */
    public String tell() {
        if (trouble == null) {
            return action.tell();
        }
        Action other = trouble.meanwhile();
        return action.tell()
                + "; its function "
                + (other == null
                        ? trouble.fault().words()
                                + " at "
                                + trouble.aim().word()
                                + " "
                                + trouble.call()
                                + times()
                        : "waits at "
                                + trouble.aim().word()
                                + " "
                                + trouble.call()
                                + " while: "
                                + other.tell());
    }

    private String times() {
        return trouble == null || trouble.times() == 1
                ? ""
                : " and the " + (trouble.times() - 1) + " after it";
    }
}
