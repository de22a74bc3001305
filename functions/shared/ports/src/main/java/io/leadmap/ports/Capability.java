package io.leadmap.ports;

/**
 * Something that a PMS can do or cannot. Providers differ, and one that lacks a capability says so:
 * nobody can call what is not there.
 *
 * @param <T> does it
 */
public sealed interface Capability<T> {

    /** The PMS can do it. */
    record Offered<T>(T by) implements Capability<T> {}

    /**
     * The PMS cannot do it, or we cannot do it with this PMS.
     *
     * @param why for whoever looks after the connection
     */
    record Lacking<T>(String why) implements Capability<T> {}
}
