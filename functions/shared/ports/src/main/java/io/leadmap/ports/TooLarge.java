package io.leadmap.ports;

/**
 * A fault that does not pass: what was to be stored is more than one item of the store holds (400
 * KB in DynamoDB). Nothing was written; callers from outside get 413. The rules keep what people
 * write far below that, so that this is only the net beneath them.
 */
public final class TooLarge extends RuntimeException {

    public TooLarge(Throwable cause) {
        super("more than one item of the store holds", cause);
    }
}
