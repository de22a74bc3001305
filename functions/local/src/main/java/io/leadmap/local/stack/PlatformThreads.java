package io.leadmap.local.stack;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads on which the runner works: one of the machine's for each task. Virtual ones would
 * share as many carriers as there are cores, and one that waits until another has initialised a
 * class keeps its carrier; where several functions load the libraries that they share at the same
 * time, none may be left to the thread that all of them wait for.
 */
public final class PlatformThreads {

    private PlatformThreads() {}

    /**
     * An executor that starts a thread for each task; none of them keeps the JVM alive.
     *
     * @param name what its threads are called, with a number
     */
    public static ExecutorService executor(String name) {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name(name + " ", 0).factory());
    }
}
