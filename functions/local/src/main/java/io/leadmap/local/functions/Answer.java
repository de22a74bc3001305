package io.leadmap.local.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** What an invocation came to. */
public sealed interface Answer {

    /** The payload as Lambda would hand it back. */
    byte[] payload();

    /** The function returned. */
    record Success(byte[] payload) implements Answer {}

    /**
     * The function threw, took too long, answered too much or could not be loaded.
     *
     * @param type a class name, or Lambda's own such as {@code Sandbox.Timedout}
     * @param message what it said
     * @param trace for the log
     */
    record Failure(String type, String message, String trace) implements Answer {

        static Failure of(Throwable thrown) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            return new Failure(
                    thrown.getClass().getName(),
                    String.valueOf(thrown.getMessage()),
                    trace.toString());
        }

        static Failure of(String type, String message) {
            return new Failure(type, message, type + ": " + message);
        }

        @Override
        public byte[] payload() {
            ObjectNode error = JsonNodeFactory.instance.objectNode();
            error.put("errorMessage", message).put("errorType", type);
            ArrayNode stack = error.putArray("stackTrace");
            trace.lines().map(String::strip).filter(l -> l.startsWith("at ")).forEach(stack::add);
            return error.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
