package io.leadmap.leads;

import io.leadmap.domain.history.Cause;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.EntityTag;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.IdempotencyKey;
import io.leadmap.lambda.Problem;
import io.leadmap.ports.Digests;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads the conditions of a write from a request: {@code If-Match}, {@code Idempotency-Key}, {@code
 * dryRun}.
 */
public final class Writes {

    private Writes() {}

    /** Reads the conditions and goes on with them, or answers 400 where they cannot be read. */
    public static HttpResponse read(Call call, Function<WriteRequest, HttpResponse> next) {
        HttpRequest request = call.request();
        String match = request.header("if-match").orElse("*").strip();
        Optional<EntityTag.Seen> seen =
                match.equals("*") ? Optional.empty() : EntityTag.versions(match);
        if (!match.equals("*") && seen.isEmpty()) {
            return Problem.malformed("If-Match takes an ETag of the lead, like \"7\", or *.")
                    .response();
        }
        String dryRun = request.query("dryRun").orElse("false");
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            return Problem.malformed("dryRun is true or false.").response();
        }
        Optional<String> key = IdempotencyKey.of(request);
        return next.apply(
                new WriteRequest(
                        call.caller().practice(),
                        call.caller().actor(),
                        new Cause(Cause.Kind.REQUEST, request.requestId()),
                        seen.orElse(null),
                        key.map(k -> repeatable(call, k)),
                        dryRun.equals("true")));
    }

    private static WriteRequest.Repeatable repeatable(Call call, String key) {
        HttpRequest request = call.request();
        Map<String, java.util.List<String>> query = new TreeMap<>(request.query());
        String said =
                request.method() + " " + request.path() + " " + query + "\n" + bodyText(request);
        return new WriteRequest.Repeatable(
                "call/" + call.caller().person().id() + "/" + Digests.sha256(key),
                Digests.sha256(said));
    }

    private static String bodyText(HttpRequest request) {
        return new String(request.body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
