package io.leadmap.domain.history;

/**
 * What led to a commit: a request, a form, a sweep, a PMS event, the mail service. What a trigger
 * did then, has the trigger as its cause ({@link Commit#triggers}).
 *
 * @param reference an id of that kind (request id, form id, function, event id), never personal
 */
public record Cause(Kind kind, String reference) {

    /** The kinds of cause, as the API writes them in lower case. */
    public enum Kind {
        REQUEST,
        FORM,
        SWEEP,
        PMS,
        MAIL
    }
}
