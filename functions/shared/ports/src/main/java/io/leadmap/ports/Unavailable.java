package io.leadmap.ports;

import org.jspecify.annotations.Nullable;

/**
 * A fault that passes: the store is throttled or busy, or a conflict did not end. Nothing was
 * written, the same call may be repeated; callers from outside get 503 with {@code Retry-After}.
 */
public final class Unavailable extends RuntimeException {

    public Unavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
