package io.leadmap.lambda;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key by which a caller marks a call that it may have to repeat (section Idempotency of the
 * API).
 */
public final class IdempotencyKey {

    private static final String HEADER = "idempotency-key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private IdempotencyKey() {}

    /** The key of this call; empty if it has none, or changes nothing. */
    public static Optional<String> of(HttpRequest request) {
        return request.method().equals("GET") ? Optional.empty() : request.header(HEADER);
    }

    /** 400 for a key that nobody could keep apart from others; empty for one, or for none. */
    public static Optional<Problem> problem(HttpRequest request) {
        return of(request)
                .filter(key -> !KEY.matcher(key).matches())
                .map(key ->
                        Problem.malformed(
                                "An Idempotency-Key has 1 to 200 visible ASCII characters."));
    }
}
