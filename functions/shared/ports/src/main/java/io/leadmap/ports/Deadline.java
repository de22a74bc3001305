package io.leadmap.ports;

/** Tells long work when to stop, so that it ends in order before its function's time is up. */
@FunctionalInterface
public interface Deadline {

    /** Never comes: for work that nothing hurries. */
    Deadline NONE = () -> false;

    /** True from shortly before the end on. */
    boolean isNear();
}
