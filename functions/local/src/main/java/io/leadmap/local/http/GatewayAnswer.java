package io.leadmap.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.leadmap.local.functions.Answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns a function's answer of payload version 2.0 into an HTTP answer as API Gateway does. */
final class GatewayAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GatewayAnswer() {}

    static Response of(Answer answer) {
        return switch (answer) {
            case Answer.Failure failure -> failed();
            case Answer.Success success -> {
                try {
                    yield of(JSON.readTree(success.payload()));
                } catch (IOException | IllegalArgumentException e) {
                    yield failed();
                }
            }
        };
    }

    private static Response failed() {
        return Response.message(500, "Internal Server Error");
    }

    private static Response of(JsonNode answer) {
        if (!answer.isObject() || !answer.has("statusCode")) {
            return answer.isMissingNode()
                    ? failed()
                    : Response.json(200, answer.toString().getBytes(StandardCharsets.UTF_8));
        }
        int status = answer.get("statusCode").asInt();
        if (status < 100 || status > 599) {
            return failed();
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.path("headers")
                .properties()
                .forEach(entry -> headers.put(entry.getKey(), List.of(entry.getValue().asText())));
        List<String> cookies = new ArrayList<>();
        answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        if (!cookies.isEmpty()) {
            headers.put("Set-Cookie", cookies);
        }
        headers.putIfAbsent("Content-Type", List.of("text/plain; charset=utf-8"));
        byte[] body = answer.path("body").asText("").getBytes(StandardCharsets.UTF_8);
        if (answer.path("isBase64Encoded").asBoolean()) {
            body = Base64.getDecoder().decode(body);
        }
        return new Response(status, new LinkedHashMap<>(headers), body);
    }
}
