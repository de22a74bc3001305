package io.leadmap.local.aws;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The ways in which a call can be made to fail, named as in {@code POST /_local/faults}. */
enum FaultKind {
    /** The service asks to slow down; nothing happened. */
    THROTTLE("throttle"),
    /** A definite no, an answer that is not worth repeating; nothing happened. */
    REFUSE("refuse"),
    /** The sending domain is not verified, SES only; nothing happened. */
    NOT_VERIFIED("notVerified"),
    /** An internal error of the service, status 500; nothing happened. */
    ERROR("error"),
    /** The call took effect, and the connection drops before the answer. */
    LOST_ANSWER("lostAnswer"),
    /** Another transaction holds the item, DynamoDB's writes only; nothing happened. */
    CONFLICT("conflict");

    private final String word;

    FaultKind(String word) {
        this.word = word;
    }

    /**
     * The kind with this name.
     *
     * @throws IllegalArgumentException naming those that exist
     */
    static FaultKind named(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "No fault '%s'; there are %s"
                                        .formatted(
                                                word,
                                                Arrays.stream(values())
                                                        .map(kind -> kind.word)
                                                        .collect(Collectors.joining(", ")))));
    }
}
