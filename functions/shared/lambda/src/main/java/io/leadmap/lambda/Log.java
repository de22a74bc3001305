package io.leadmap.lambda;

import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Structured log lines on standard output, one JSON object each. Ids, types and counts only, never
 * what people wrote: so a fault is logged with its classes and places but without its message,
 * which may quote a value. The exception is a service's refusal, whose message names the permission
 * that is missing.
 */
public final class Log {

    private static final int FRAMES = 12;

    private final String function;
    private final InstantSource clock;
    private final PrintStream out;

    /** Of this function, with times by this clock. */
    public Log(String function, InstantSource clock) {
        this.function = function;
        this.clock = clock;
        this.out = System.out;
    }

    /**
     * Something worth knowing; {@code details} are pairs of a name and an id, a type or a count.
     */
    public void info(String requestId, String message, Object... details) {
        print(line("INFO", requestId, message, details));
    }

    /** Something that somebody should look at. */
    public void warn(String requestId, String message, Object... details) {
        print(line("WARN", requestId, message, details));
    }

    /** A fault. */
    public void fault(String requestId, String message, Throwable fault, Object... details) {
        JsonObject line = line("ERROR", requestId, message, details);
        List<String> causes = new ArrayList<>();
        for (Throwable cause = fault;
                cause != null && causes.size() < 6;
                cause = cause.getCause()) {
            causes.add(named(cause));
        }
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : innermost(fault).getStackTrace()) {
            if (frames.size() < FRAMES) {
                frames.add(frame.toString());
            }
        }
        print(line.putTexts("fault", causes).putTexts("at", frames));
    }

    private static Throwable innermost(Throwable fault) {
        Throwable inner = fault;
        for (int depth = 0; inner.getCause() != null && depth < 20; depth++) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static String named(Throwable cause) {
        String name = cause.getClass().getName();
        if (cause instanceof AwsServiceException refusal && refusal.awsErrorDetails() != null) {
            String code = refusal.awsErrorDetails().errorCode();
            return isDenial(refusal)
                    ? name + ": " + code + ": " + refusal.awsErrorDetails().errorMessage()
                    : name + ": " + code;
        }
        return name;
    }

    /** Tells whether a service refused because the function may not. */
    static boolean isDenial(AwsServiceException refusal) {
        String code =
                refusal.awsErrorDetails() == null ? null : refusal.awsErrorDetails().errorCode();
        return code != null && (code.contains("AccessDenied") || code.contains("NotAuthorized"));
    }

    private JsonObject line(String level, String requestId, String message, Object... details) {
        JsonObject line =
                Json.object()
                        .putText("time", clock.instant())
                        .put("level", level)
                        .put("function", function)
                        .put("requestId", requestId)
                        .put("message", message);
        for (int i = 0; i + 1 < details.length; i += 2) {
            line.putText(details[i].toString(), details[i + 1]);
        }
        return line;
    }

    private void print(JsonObject line) {
        byte[] text = (Json.text(line.node()) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(text, 0, text.length);
        out.flush();
    }
}
