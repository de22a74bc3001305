package io.leadmap.local.probe;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Calls AWS the way an SDK would, over HTTP with the function's own access key. */
final class Tables {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> environment;

    Tables(Map<String, String> environment) {
        this.environment = environment;
    }

    void put(String table, String key, String attribute, String value) throws IOException {
        dynamodb(
                "PutItem",
                "{\"TableName\":\"%s\",\"Item\":{\"pk\":{\"S\":\"%s\"},\"sk\":{\"S\":\"it\"},\"%s\":{\"S\":\"%s\"}}}"
                        .formatted(table, key, attribute, value));
    }

    void delete(String table, String key) throws IOException {
        dynamodb(
                "DeleteItem",
                "{\"TableName\":\"%s\",\"Key\":{\"pk\":{\"S\":\"%s\"},\"sk\":{\"S\":\"it\"}}}"
                        .formatted(table, key));
    }

    String scan(String table) throws IOException {
        return dynamodb("Scan", "{\"TableName\":\"%s\",\"ConsistentRead\":true}".formatted(table));
    }

    void publish(String bus, String kind) throws IOException {
        call(
                "AWS_ENDPOINT_URL_EVENTBRIDGE",
                "events",
                "AWSEvents.PutEvents",
                "application/x-amz-json-1.1",
                "{\"Entries\":[{\"Source\":\"probe\",\"DetailType\":\"%s\",\"Detail\":\"{}\",\"EventBusName\":\"%s\"}]}"
                        .formatted(kind, bus));
    }

    void send(String name) throws IOException {
        String message =
                "From: probe@mail.example\r\nTo: %s@example.com\r\nSubject: Hello <%s>\r\n\r\nHello"
                        .formatted(name, name);
        String raw = Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
        call(
                "AWS_ENDPOINT_URL_SES",
                "ses",
                "",
                "application/x-www-form-urlencoded",
                "Action=SendRawEmail&Version=2010-12-01&ConfigurationSetName=probe-set&RawMessage.Data="
                        + URLEncoder.encode(raw, StandardCharsets.UTF_8));
    }

    private String dynamodb(String action, String body) throws IOException {
        return call(
                "AWS_ENDPOINT_URL_DYNAMODB",
                "dynamodb",
                "DynamoDB_20120810." + action,
                "application/x-amz-json-1.0",
                body);
    }

    private String call(String endpoint, String service, String target, String type, String body)
            throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(environment.getOrDefault(endpoint, "")))
                        .header("Content-Type", type)
                        .header("X-Amz-Target", target)
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=%s/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=0"
                                        .formatted(
                                                environment.get("AWS_ACCESS_KEY_ID"),
                                                environment.get("AWS_REGION"),
                                                service))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(target + " answers " + response.body());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
