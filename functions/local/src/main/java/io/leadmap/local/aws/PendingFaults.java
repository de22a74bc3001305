package io.leadmap.local.aws;

import io.leadmap.local.stack.Fault;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults that were asked for and have not happened yet, oldest first. */
final class PendingFaults {

    private static final Set<String> SERVICES = Set.of("dynamodb", "ses", "kms", "events");
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems");

    private final List<Armed> armed = new ArrayList<>();

    private static final class Armed {
        private final String service;
        private final @Nullable String action;
        private final @Nullable String function;
        private final FaultKind kind;
        private int left;

        Armed(Fault fault) {
            this.service = fault.service();
            this.action = fault.action();
            this.function = fault.function();
            this.kind = FaultKind.named(fault.kind());
            this.left = fault.times();
        }

        boolean meets(String called, String calledAction, String caller) {
            return left > 0
                    && service.equals(called)
                    && (action == null || action.equals(calledAction))
                    && (function == null || function.equals(caller))
                    && (kind != FaultKind.CONFLICT || WRITES.contains(calledAction));
        }
    }

    /**
     * Lets the next calls fail; zero times forgets the faults of that service, kind, action and
     * function.
     *
     * @throws IllegalArgumentException for what does not exist
     */
    synchronized void arm(Fault fault) {
        Armed next = new Armed(fault);
        if (!SERVICES.contains(next.service)) {
            throw new IllegalArgumentException(
                    "No service '%s'; there are %s".formatted(next.service, SERVICES));
        }
        if (next.kind == FaultKind.CONFLICT && !next.service.equals("dynamodb")) {
            throw new IllegalArgumentException("Only dynamodb has conflicts");
        }
        if (next.kind == FaultKind.NOT_VERIFIED && !next.service.equals("ses")) {
            throw new IllegalArgumentException("Only ses verifies domains");
        }
        if (next.left < 0) {
            throw new IllegalArgumentException("times must not be negative");
        }
        if (next.left == 0) {
            armed.removeIf(old ->
                    old.service.equals(next.service)
                            && old.kind == next.kind
                            && (next.action == null || next.action.equals(old.action))
                            && (next.function == null || next.function.equals(old.function)));
        } else {
            armed.add(next);
        }
    }

    /** The fault that this call meets; it counts as one of its times. */
    synchronized Optional<FaultKind> next(String service, String action, String caller) {
        Optional<Armed> met =
                armed.stream().filter(one -> one.meets(service, action, caller)).findFirst();
        met.ifPresent(one -> {
            one.left--;
            armed.removeIf(old -> old.left == 0);
        });
        return met.map(one -> one.kind);
    }

    /** How many calls are still to fail. */
    synchronized int left() {
        return armed.stream().mapToInt(one -> one.left).sum();
    }
}
