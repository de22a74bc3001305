package io.leadmap.lambda;

import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.practice.Role;
import io.leadmap.json.Characters;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A refusal as callers see it: {@code application/problem+json} (RFC 9457, section Conventions of
 * the API).
 *
 * @param type stable, a relative reference such as {@code role-needed}
 * @param title the same for each type
 * @param detail what to do about this one
 * @param errors the wrong fields, empty where none is
 * @param members extensions of this type
 * @param headers more headers of the answer
 */
public record Problem(
        int status,
        String type,
        String title,
        @Nullable String detail,
        List<FieldError> errors,
        Map<String, JsonNode> members,
        Map<String, String> headers) {

    private static final int LONGEST_NAME = 60;

    public Problem {
        errors = List.copyOf(errors);
        members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        headers = Map.copyOf(headers);
    }

    private static Problem of(int status, String type, String title, @Nullable String detail) {
        return new Problem(status, type, title, detail, List.of(), Map.of(), Map.of());
    }

    /** 400: not JSON, not UTF-8, or not what the call takes at all. */
    public static Problem malformed(String detail) {
        return of(400, "malformed", "The request is malformed", detail);
    }

    /** 400: unknown fields, wrong types, unreadable parameters. */
    public static Problem malformed(List<FieldError> errors) {
        return new Problem(
                400,
                "malformed",
                "The request is malformed",
                "See errors.",
                errors,
                Map.of(),
                Map.of());
    }

    /**
     * 400: query parameters that the call does not know.
     *
     * @param known those that it knows
     */
    public static Problem unknownParameters(List<String> unknown, Collection<String> known) {
        List<FieldError> errors =
                unknown.stream()
                        .map(name ->
                                new FieldError(printable(name), "is not a parameter of this call"))
                        .toList();
        return new Problem(
                400,
                "malformed",
                "The request is malformed",
                known.isEmpty()
                        ? "This call takes no query parameters."
                        : "This call takes " + String.join(", ", known) + ".",
                errors,
                Map.of(),
                Map.of());
    }

    /** What a caller made up is shown only if it can be read. */
    private static String printable(String name) {
        return Characters.isText(name) && name.length() <= LONGEST_NAME ? name : "?";
    }

    /** 400: a cursor that we did not give for this query. */
    public static Problem badCursor() {
        return of(
                400,
                "bad-cursor",
                "The cursor is not one of this list",
                "Start again without a cursor.");
    }

    /** 401: no token, or one that we cannot use. */
    public static Problem unauthorized() {
        return of(401, "unauthorized", "A valid token is needed", "Sign in again.")
                .withHeader("WWW-Authenticate", "Bearer");
    }

    /** 401: a webhook that nobody with the secret has signed, or not just now. */
    public static Problem badSignature() {
        return of(
                401,
                "bad-signature",
                "The webhook's signature does not hold",
                "Sign id, time and raw body with the connection's secret, and send it at once.");
    }

    /** 403: the caller's roles do not allow it. */
    public static Problem roleNeeded(Role role) {
        String name = role.name().toLowerCase(Locale.ROOT);
        return of(
                        403,
                        "role-needed",
                        "Your role does not allow this",
                        "It takes the role " + name + ".")
                .with("role", JsonNode.createStringNode(name));
    }

    /**
     * 403: a token of somebody whom the practice does not know.
     *
     * @param subject what an administrator may enter for a person
     */
    public static Problem unknownPerson(String subject) {
        return of(
                403,
                "unknown-person",
                "You are not known to this practice",
                "An administrator can enter this subject for a person: " + subject);
    }

    /** 403 for a web origin that the form does not allow. */
    public static Problem originNotAllowed() {
        return of(
                403,
                "origin-not-allowed",
                "This web site may not send this form",
                "Add its origin to the form.");
    }

    /** 404: unknown or another practice's. */
    public static Problem notFound() {
        return of(404, "not-found", "There is no such thing", "Check the address and the id.");
    }

    /** 412: the record has changed since the caller read it. */
    public static Problem stale(
            JsonNode current, JsonNode changedBy, Instant changedAt, List<String> changed) {
        return stale(current)
                .with("changedBy", changedBy)
                .with("changedAt", JsonNode.createStringNode(changedAt.toString()))
                .with("changed", Json.object().putTexts("names", changed).node().get("names"));
    }

    /** 412: what has no history has changed since the caller read it. */
    public static Problem stale(JsonNode current) {
        return of(
                        412,
                        "stale",
                        "The record has changed meanwhile",
                        "Compare current with yours and repeat.")
                .with("current", current);
    }

    /** 413: more bytes than the call takes. */
    public static Problem tooLarge(int limit) {
        return tooLarge("At most " + limit + " bytes are taken.");
    }

    /** 413 for a reason of its own. */
    public static Problem tooLarge(String detail) {
        return of(413, "too-large", "The request is too large", detail);
    }

    /** 415: a body in a format that the call does not read. */
    public static Problem unsupportedMediaType(String detail) {
        return of(415, "unsupported-media-type", "The body's media type is not supported", detail);
    }

    /** 422: the input alone is wrong. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(
                422, "invalid", "Some fields are wrong", "See errors.", errors, Map.of(), Map.of());
    }

    /** 422: the idempotency key came before with another body. */
    public static Problem idempotencyKeyReused() {
        return of(
                422,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another call",
                "Use a new key.");
    }

    /** 429: too many calls. */
    public static Problem tooMany(long retryAfterSeconds) {
        return of(429, "too-many-requests", "Too many requests", "Try again later.")
                .withHeader("Retry-After", Long.toString(retryAfterSeconds));
    }

    /** 503: nothing was written, the same call may be repeated. */
    public static Problem unavailable() {
        return of(
                        503,
                        "unavailable",
                        "Not available for a moment",
                        "Nothing was changed; repeat the same call.")
                .withHeader("Retry-After", "2");
    }

    /** 500: our fault; the id finds it in the logs. */
    public static Problem fault(String requestId) {
        return of(
                        500,
                        "fault",
                        "Something went wrong on our side",
                        "Report the requestId if it persists.")
                .with("requestId", JsonNode.createStringNode(requestId));
    }

    /** Why the domain refused. */
    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.RoleNeeded(Role role) -> roleNeeded(role);
            case Refusal.OwnerLocked() ->
                    of(
                            403,
                            "owner-locked",
                            "The owner is locked",
                            "The lead has an appointment; an administrator could.");
            case Refusal.Invalid(List<FieldError> errors) -> invalid(errors);
            case Refusal.Conflict(Refusal.Reason reason, String message) ->
                    of(409, kebab(reason), "The lead's state forbids this", message);
            case Refusal.Unknown(String what) ->
                    of(404, "not-found", "There is no such thing", what);
        };
    }

    /** This problem with an extension member. */
    public Problem with(String name, @Nullable JsonNode value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(members);
        more.put(name, value == null ? JsonNode.nullNode() : value);
        return new Problem(status, type, title, detail, errors, more, headers);
    }

    private Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, type, title, detail, errors, members, more);
    }

    /** The problem as a JSON object. */
    public JsonNode node() {
        JsonObject body = Json.object().put("type", type).put("title", title).put("status", status);
        body.putIfPresent("detail", detail);
        if (!errors.isEmpty()) {
            body.put(
                    "errors",
                    errors,
                    error ->
                            Json.object()
                                    .put("field", error.field())
                                    .put("message", error.message())
                                    .node());
        }
        members.forEach(body::put);
        return body.node();
    }

    /** The problem as an answer. */
    public HttpResponse response() {
        HttpResponse response =
                new HttpResponse(
                        status,
                        Map.of("Content-Type", "application/problem+json"),
                        Json.write(node()));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
