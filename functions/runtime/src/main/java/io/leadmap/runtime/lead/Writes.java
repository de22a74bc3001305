package io.leadmap.runtime.lead;

import io.leadmap.application.Digests;
import io.leadmap.application.lead.WriteRequest;
import io.leadmap.domain.history.Cause;
import io.leadmap.runtime.Call;
import io.leadmap.runtime.HttpRequest;
import io.leadmap.runtime.HttpResponse;
import io.leadmap.runtime.IdempotencyKey;
import io.leadmap.runtime.Problem;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the conditions of a write from a request: {@code If-Match}, {@code Idempotency-Key}, {@code
 * dryRun}.
 */
public final class Writes {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,15})\"?");

    private Writes() {}

    /** Goes on with the conditions, or answers 400 where they cannot be read. */
    public static HttpResponse with(Call call, Function<WriteRequest, HttpResponse> next) {
        HttpRequest request = call.request();
        String match = request.header("if-match").orElse("*").strip();
        Matcher version = VERSION.matcher(match);
        if (!match.equals("*") && !version.matches()) {
            return Problem.malformed("If-Match takes the version of the lead, like \"7\".")
                    .response();
        }
        String dryRun = request.query("dryRun").orElse("false");
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            return Problem.malformed("dryRun is true or false.").response();
        }
        Optional<String> key = IdempotencyKey.of(request);
        @Nullable Long seen = match.equals("*") ? null : Long.valueOf(version.group(1));
        return next.apply(
                new WriteRequest(
                        call.caller().practice(),
                        call.caller().actor(),
                        new Cause(Cause.Kind.REQUEST, request.requestId()),
                        seen,
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
