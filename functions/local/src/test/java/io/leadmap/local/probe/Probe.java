package io.leadmap.local.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does what its event says, by the first of these that it contains: a path of the API, a stream's
 * records, or any other event, which it writes down in the table of what was seen.
 */
public final class Probe implements RequestStreamHandler {
    private static final Pattern PATH = Pattern.compile("\"rawPath\":\"/([a-z]+)/?([^\"]*)\"");
    private static final Pattern RECORD =
            Pattern.compile(
                    "\"Keys\":\\{.*?\"pk\":\\{\"S\":\"([^\"]+)\"}.*?\"SequenceNumber\":\"(\\d+)\"");
    private static final Pattern TIME = Pattern.compile("\"time\":\"([^\"]+)\"");

    private final Tables tables;
    private final Map<String, String> environment;
    private final InstantSource clock;

    /** As the runner makes it. */
    public Probe(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
        this.tables = new Tables(environment);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        if (environment.getOrDefault("MODE", "").equals("reader")) {
            output.write(tables.scan("Seen").getBytes(StandardCharsets.UTF_8));
            return;
        }
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        Matcher path = PATH.matcher(event);
        String answer =
                path.find()
                        ? serve(path.group(1), path.group(2), event, context)
                        : event.contains("\"Records\":") ? consume(event) : note(event);
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private String serve(String what, String rest, String event, Context context)
            throws IOException {
        return switch (what) {
            case "echo", "people" -> ok(event);
            case "time" -> ok("{\"now\":\"" + clock.instant() + "\"}");
            case "environment" -> ok("{\"names\":\"" + environment.keySet() + "\"}");
            case "remaining" -> ok("{\"millis\":" + context.getRemainingTimeInMillis() + "}");
            case "write" -> {
                tables.put("Things", rest, "by", "http");
                yield ok("{\"written\":\"" + rest + "\"}");
            }
            case "erase" -> {
                tables.delete("Things", rest);
                yield ok("{}");
            }
            case "mail" -> {
                tables.send(rest);
                yield ok("{}");
            }
            case "publish" -> {
                tables.publish(environment.getOrDefault("BUS", ""), rest);
                yield ok("{}");
            }
            case "slow" -> {
                pause();
                yield ok("{}");
            }
            case "big" -> "{\"statusCode\":200,\"body\":\"" + "x".repeat(7 * 1024 * 1024) + "\"}";
            case "nonsense" -> "no json";
            case "bytes" ->
                    "{\"statusCode\":201,\"headers\":{\"content-type\":\"image/png\"},\"cookies\":[\"a=1\",\"b=2\"],"
                        + "\"body\":\"AQID\",\"isBase64Encoded\":true}";
            default -> throw new IllegalStateException("asked to fail");
        };
    }

    private static void pause() {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes down each record; one whose key begins with "poison" fails, as its mode says. */
    private String consume(String event) throws IOException {
        boolean partial = environment.getOrDefault("MODE", "").equals("partial");
        StringBuilder failures = new StringBuilder();
        Matcher records = RECORD.matcher(event);
        while (records.find()) {
            String key = records.group(1);
            if (key.startsWith("poison")) {
                if (!partial) {
                    throw new IllegalStateException("cannot take " + key);
                }
                failures.append("{\"itemIdentifier\":\"").append(records.group(2)).append("\"}");
                break;
            }
            tables.put("Seen", environment.get("AWS_LAMBDA_FUNCTION_NAME") + " " + key, "n", key);
        }
        return "{\"batchItemFailures\":[" + failures + "]}";
    }

    private String note(String event) throws IOException {
        if (event.contains("\"fail\"")) {
            throw new IllegalStateException("asked to fail");
        }
        Matcher time = TIME.matcher(event);
        String name = environment.get("AWS_LAMBDA_FUNCTION_NAME");
        tables.put(
                "Seen",
                name + " " + (time.find() ? time.group(1) : "event") + " at " + clock.instant(),
                "event",
                event.replace("\\", "\\\\").replace("\"", "\\\""));
        return "{\"noted\":true}";
    }

    private static String ok(String json) {
        return "{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\"},\"body\":\""
                + json.replace("\\", "\\\\").replace("\"", "\\\"")
                + "\"}";
    }
}
