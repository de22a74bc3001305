package io.leadmap.simulation.world;

import io.leadmap.ports.OutgoingMail;
import io.leadmap.simulation.tables.ItemChange;
import io.leadmap.testkit.HttpCall;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Who looks at what happens, while it does. */
public final class Watchers {

    private final List<Watcher> watchers = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    /** Looks at what happens. */
    public interface Watcher {

        /** Somebody does something, or a machine. */
        default void begins(World world) {}

        /** A mail is being handed over to the mail service. */
        default void arrives(World world, Post.Arrival arrival, List<Violation> violations) {}

        /**
         * A call of the HTTP API was answered.
         *
         * @param changes what was written meanwhile
         */
        default void answered(
                World world,
                HttpCall call,
                HttpCall.Answer answer,
                @Nullable Strike strike,
                List<ItemChange> changes,
                List<Violation> violations) {}

        /** The mail service's news of a mail were taken. */
        default void told(OutgoingMail mail, String news) {}

        /** Whoever got this mail has unsubscribed. */
        default void unsubscribed(OutgoingMail mail) {}

        /** What kept mail from an address was lifted, or may have been. */
        default void lifted(String practice, String address) {}
    }

    /** The mail service's news of a mail were taken. */
    public void told(OutgoingMail mail, String news) {
        watchers.forEach(watcher -> watcher.told(mail, news));
    }

    /** Whoever got this mail has unsubscribed. */
    public void unsubscribed(OutgoingMail mail) {
        watchers.forEach(watcher -> watcher.unsubscribed(mail));
    }

    /** An administrator has lifted, or may have lifted, what kept mail from an address. */
    public void lifted(String practice, String address) {
        watchers.forEach(watcher -> watcher.lifted(practice, address));
    }

    public void add(Watcher watcher) {
        watchers.add(watcher);
    }

    /** What was seen that must not be. */
    public List<Violation> violations() {
        return violations;
    }

    /** Somebody does something, or a machine. */
    public void begins(World world) {
        watchers.forEach(watcher -> watcher.begins(world));
    }

    void arrived(World world, Post.Arrival arrival) {
        watchers.forEach(watcher -> watcher.arrives(world, arrival, violations));
    }

    void answered(
            World world,
            HttpCall call,
            HttpCall.Answer answer,
            @Nullable Strike strike,
            List<ItemChange> changes) {
        List<ItemChange> seen = List.copyOf(changes);
        watchers.forEach(
                watcher -> watcher.answered(world, call, answer, strike, seen, violations));
    }
}
