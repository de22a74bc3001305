package io.leadmap.benchmarks.plain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonNodeParser;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the HTTP API's event, validates the form, and makes the calls that form-intake was recorded
 * to make for it, one after the other: the same reads, the same decryption by KMS, the same items
 * in the same transaction. It decides nothing and seals nothing itself.
 */
public final class PlainIntake implements RequestStreamHandler {

    private final Map<String, String> environment = System.getenv();
    private final DynamoDbClient dynamoDb =
            DynamoDbClient.builder()
                    .endpointOverride(endpoint("AWS_ENDPOINT_URL_DYNAMODB"))
                    .region(Region.of(variable("AWS_REGION")))
                    .credentialsProvider(credentials())
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .overrideConfiguration(lean())
                    .endpointDiscoveryEnabled(false)
                    .build();
    private final KmsClient kms =
            KmsClient.builder()
                    .endpointOverride(endpoint("AWS_ENDPOINT_URL_KMS"))
                    .region(Region.of(variable("AWS_REGION")))
                    .credentialsProvider(credentials())
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .overrideConfiguration(lean())
                    .build();

    /** As the runtime interface client makes it. */
    public PlainIntake() {}

    private String variable(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return value;
    }

    private URI endpoint(String name) {
        return URI.create(variable(name));
    }

    private StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                        variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY")));
    }

    /** As form-intake's: without it the SDK would look for files of profiles. */
    private static ClientOverrideConfiguration lean() {
        ProfileFile none = ProfileFile.aggregator().build();
        return ClientOverrideConfiguration.builder().defaultProfileFileSupplier(() -> none).build();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        JsonNodeParser parser = JsonNodeParser.create();
        Map<String, String> form = form(parser.parse(in));
        if (form.getOrDefault("fullName", "").isBlank()
                || !form.getOrDefault("email", "").contains("@")) {
            answer(out, 422, "{\"title\":\"Something is missing.\"}");
            return;
        }
        byte[] calls = Files.readAllBytes(Path.of(variable("RECORDED_CALLS")));
        for (JsonNode call : parser.parse(calls).asArray()) {
            call(
                    Requests.required(call.asObject(), "target").asString(),
                    Requests.required(call.asObject(), "request"));
        }
        answer(out, 202, "{\"received\":true}");
    }

    private static Map<String, String> form(JsonNode event) {
        Map<String, String> form = new HashMap<>();
        for (String pair : Requests.required(event.asObject(), "body").asString().split("&", -1)) {
            int equals = pair.indexOf('=');
            form.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private void call(String target, JsonNode request) {
        Map<String, JsonNode> fields = request.asObject();
        switch (target.substring(target.lastIndexOf('.') + 1)) {
            case "GetItem" -> dynamoDb.getItem(Requests.get(fields));
            case "BatchGetItem" -> dynamoDb.batchGetItem(Requests.getAll(fields));
            case "UpdateItem" -> dynamoDb.updateItem(Requests.update(fields));
            case "TransactWriteItems" -> dynamoDb.transactWriteItems(Requests.transaction(fields));
            case "Decrypt" ->
                    kms.decrypt(decrypt ->
                            decrypt.keyId(Requests.required(fields, "KeyId").asString())
                                    .ciphertextBlob(
                                            SdkBytes.fromByteArray(
                                                    Base64.getDecoder()
                                                            .decode(
                                                                    Requests.required(
                                                                                    fields,
                                                                                    "CiphertextBlob")
                                                                            .asString())))
                                    .encryptionContext(
                                            Requests.texts(fields.get("EncryptionContext"))));
            default -> throw new IllegalStateException("cannot repeat " + target);
        }
    }

    private static void answer(OutputStream out, int status, String body) throws IOException {
        String answer =
                "{\"statusCode\":%d,\"headers\":{\"content-type\":\"application/json\"},\"body\":\"%s\"}"
                        .formatted(status, body.replace("\"", "\\\""));
        out.write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
