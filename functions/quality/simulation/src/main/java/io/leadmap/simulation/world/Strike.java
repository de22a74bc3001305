package io.leadmap.simulation.world;

/**
 * A fault at a call of one invocation.
 *
 * @param call from 1; an invocation that makes fewer calls is not struck
 * @param times how many calls it lasts for
 * @param meanwhile what else happens; nothing, but for {@link Fault#MEANWHILE}
 */
public record Strike(int call, int times, Fault fault, Runnable meanwhile) {

    boolean isAt(int number) {
        return number >= call && number < call + times;
    }
}
