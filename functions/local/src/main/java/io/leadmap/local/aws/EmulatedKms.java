package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.aws.Dialect.JsonDialect;
import io.leadmap.template.Stack;
import io.leadmap.template.Stack.EncryptionKey;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * KMS: data keys that symmetric keys wrap under an encryption context. A key's policy is taken to
 * hand permission to the account's roles, which is what a key of this template does.
 */
final class EmulatedKms implements EmulatedService {

    private static final int KEY_BYTES = 32;

    private final Stack stack;
    private final KeyRing ring;

    EmulatedKms(Stack stack, KeyRing ring) {
        this.stack = stack;
        this.ring = ring;
    }

    @Override
    public String name() {
        return "kms";
    }

    @Override
    public Dialect dialect() {
        return new JsonDialect("1.1", List.of("TrentService"), JsonDialect.CODES);
    }

    @Override
    public Set<String> actions() {
        return Set.of("GenerateDataKey", "Decrypt");
    }

    @Override
    public List<Need> needs(AwsCall call) {
        Optional<EncryptionKey> key = key(call.input());
        return key.isPresent()
                ? List.of(Need.of("kms:" + call.action(), key.get().arn()))
                : List.of();
    }

    /** The key that a call names by its id or its ARN. */
    private Optional<EncryptionKey> key(ObjectNode input) {
        String named = input.path("KeyId").asText();
        return stack.keys().stream()
                .filter(key -> named.equals(key.id()) || named.equals(key.arn()))
                .findFirst();
    }

    private static Map<String, String> context(ObjectNode input) {
        Map<String, String> context = new HashMap<>();
        input.path("EncryptionContext")
                .properties()
                .forEach(entry -> context.put(entry.getKey(), entry.getValue().asText()));
        return context;
    }

    @Override
    public Reply perform(AwsCall call) {
        ObjectNode input = call.input();
        Optional<EncryptionKey> key = key(input);
        if (key.isEmpty()) {
            return Reply.failed(
                    400,
                    "NotFoundException",
                    "Key '%s' does not exist".formatted(input.path("KeyId").asText()));
        }
        return call.action().equals("Decrypt")
                ? decrypt(key.get(), input)
                : dataKey(key.get(), input);
    }

    private Reply dataKey(EncryptionKey key, ObjectNode input) {
        if (!input.path("KeySpec").asText().equals("AES_256")) {
            return Reply.failed(
                    400, "ValidationException", "The local endpoint makes keys of AES_256 only.");
        }
        byte[] plain = ring.random(KEY_BYTES);
        ObjectNode output =
                AwsJson.object()
                        .put("CiphertextBlob", ring.encrypt(key.id(), plain, context(input)))
                        .put("KeyId", key.arn())
                        .put("Plaintext", plain);
        return new Reply.Done(AwsJson.bytes(output));
    }

    private Reply decrypt(EncryptionKey key, ObjectNode input) {
        Optional<byte[]> blob = blob(input);
        Optional<byte[]> plain = blob.flatMap(one -> ring.decrypt(one, context(input)));
        if (plain.isEmpty()) {
            return Reply.failed(400, "InvalidCiphertextException", "");
        }
        if (!blob.flatMap(ring::keyOf).filter(key.id()::equals).isPresent()) {
            return Reply.failed(
                    400,
                    "IncorrectKeyException",
                    "The key ID in the request does not identify a CMK that can perform this"
                            + " operation.");
        }
        ObjectNode output =
                AwsJson.object()
                        .put("Plaintext", plain.get())
                        .put("KeyId", key.arn())
                        .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
        return new Reply.Done(AwsJson.bytes(output));
    }

    private static Optional<byte[]> blob(ObjectNode input) {
        try {
            return Optional.ofNullable(input.path("CiphertextBlob").textValue())
                    .map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Reply fault(FaultKind kind, AwsCall call) {
        return switch (kind) {
            case THROTTLE -> Reply.failed(400, "ThrottlingException", "Rate exceeded");
            case REFUSE ->
                    Reply.failed(
                            400,
                            "AccessDeniedException",
                            "The request was refused, as POST /_local/faults asked for.");
            case ERROR -> Reply.failed(500, "KMSInternalException", "Internal failure");
            case CONFLICT, LOST_ANSWER, NOT_VERIFIED ->
                    throw new IllegalArgumentException("kms does not say " + kind);
        };
    }
}
