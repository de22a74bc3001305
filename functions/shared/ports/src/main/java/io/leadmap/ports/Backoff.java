package io.leadmap.ports;

/**
 * Waits before something is tried again: longer each time and never equally long, so that two do
 * not collide for ever.
 */
@FunctionalInterface
public interface Backoff {

    /** Does not wait; for tests. */
    Backoff NONE = attempt -> {};

    /**
     * @param attempt how often it was tried, from 1
     */
    void pause(int attempt);
}
