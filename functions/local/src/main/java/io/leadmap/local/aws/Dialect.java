package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.aws.Reply.ServiceError;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** How a service's requests and errors are written on the wire. */
sealed interface Dialect {

    /** The call in a request; empty when it is not one of this dialect. */
    Optional<AwsCall> read(@Nullable String target, byte[] body);

    String contentType();

    byte[] error(ServiceError error, String requestId);

    /** The error codes of this dialect for callers that are unknown, not allowed, and so on. */
    Codes codes();

    /** Codes that every service of a dialect shares. */
    record Codes(String unknownCaller, String denied, int deniedStatus, String unknownAction) {}

    /**
     * AWS JSON 1.0 and 1.1.
     *
     * @param version {@code 1.0} or {@code 1.1}
     * @param targets what may stand before the dot of {@code X-Amz-Target}
     */
    record JsonDialect(String version, List<String> targets, Codes codes) implements Dialect {

        static final Codes CODES =
                new Codes(
                        "UnrecognizedClientException",
                        "AccessDeniedException",
                        400,
                        "UnknownOperationException");

        @Override
        public Optional<AwsCall> read(@Nullable String target, byte[] body) {
            int dot = target == null ? -1 : target.indexOf('.');
            if (target == null || dot < 0 || !targets.contains(target.substring(0, dot))) {
                return Optional.empty();
            }
            return AwsJson.read(body).map(input -> new AwsCall(target.substring(dot + 1), input));
        }

        @Override
        public String contentType() {
            return "application/x-amz-json-" + version;
        }

        @Override
        public byte[] error(ServiceError error, String requestId) {
            ObjectNode body = AwsJson.object().put("__type", "com.amazonaws#" + error.code());
            // Cancelled transactions spell it with a capital; SDKs read both.
            body.put(error.more().isEmpty() ? "message" : "Message", error.message());
            return AwsJson.bytes(body.setAll(error.more()));
        }
    }

    /** AWS Query: a form in, XML out; parameters are the input's strings. */
    record QueryDialect(String namespace) implements Dialect {

        @Override
        public Codes codes() {
            return new Codes("InvalidClientTokenId", "AccessDenied", 403, "InvalidAction");
        }

        @Override
        public Optional<AwsCall> read(@Nullable String target, byte[] body) {
            ObjectNode input = AwsJson.object();
            for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    input.put(
                            decoded(pair.substring(0, equals)),
                            decoded(pair.substring(equals + 1)));
                }
            }
            return Optional.ofNullable(input.get("Action"))
                    .map(action -> new AwsCall(action.textValue(), input));
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        @Override
        public String contentType() {
            return "text/xml";
        }

        @Override
        public byte[] error(ServiceError error, String requestId) {
            return ("<ErrorResponse xmlns=\"%s\"><Error><Type>%s</Type><Code>%s</Code>"
                        + "<Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>")
                    .formatted(
                            namespace,
                            error.status() < 500 ? "Sender" : "Receiver",
                            escaped(error.code()),
                            escaped(error.message()),
                            requestId)
                    .getBytes(StandardCharsets.UTF_8);
        }

        /** The answer of an action with one text in its result. */
        byte[] answer(String action, String element, String text, String requestId) {
            return ("<%1$sResponse xmlns=\"%2$s\"><%1$sResult><%3$s>%4$s</%3$s></%1$sResult>"
                        + "<ResponseMetadata><RequestId>%5$s</RequestId></ResponseMetadata></%1$sResponse>")
                    .formatted(action, namespace, element, escaped(text), requestId)
                    .getBytes(StandardCharsets.UTF_8);
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    }
}
