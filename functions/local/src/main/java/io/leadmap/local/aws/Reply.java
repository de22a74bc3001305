package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a service answers to one call. */
sealed interface Reply {

    /** It was done; the body is in the service's own dialect. */
    record Done(byte[] body) implements Reply {}

    /** It was not done; the dialect renders the error. */
    record Failed(ServiceError error) implements Reply {}

    /**
     * An error of AWS.
     *
     * @param status the HTTP status
     * @param code such as {@code AccessDeniedException}
     * @param message for people
     * @param more fields beside code and message, such as cancellation reasons
     */
    record ServiceError(int status, String code, String message, ObjectNode more) {}

    static Reply failed(int status, String code, String message) {
        return new Failed(
                new ServiceError(status, code, message, JsonNodeFactory.instance.objectNode()));
    }
}
