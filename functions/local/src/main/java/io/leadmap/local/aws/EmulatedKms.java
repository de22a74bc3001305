package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.aws.Dialect.JsonDialect;
import io.leadmap.template.Stack;
import io.leadmap.template.Stack.EncryptionKey;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * KMS: symmetric keys with their encryption context. A key's policy is taken to hand permission to
 * the account's roles, which is what a key of this template does.
 */
final class EmulatedKms implements EmulatedService {

    private static final Set<String> ACTIONS =
            Set.of(
                    "GenerateDataKey",
                    "GenerateDataKeyWithoutPlaintext",
                    "Encrypt",
                    "Decrypt",
                    "DescribeKey");
    private static final int MOST_PLAIN_BYTES = 4096;
    private static final int MOST_KEY_BYTES = 1024;

    private final Stack stack;
    private final KeyRing ring;
    private final Tokens tokens;

    EmulatedKms(Stack stack, KeyRing ring, Tokens tokens) {
        this.stack = stack;
        this.ring = ring;
        this.tokens = tokens;
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
    public List<Need> needs(AwsCall call) {
        Optional<EncryptionKey> key = key(call);
        if (!ACTIONS.contains(call.action()) || key.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> values = new HashMap<>();
        Map<String, String> context = context(call.input());
        context.forEach(
                (name, value) -> values.put("kms:EncryptionContext:" + name, List.of(value)));
        if (!context.isEmpty()) {
            values.put("kms:EncryptionContextKeys", List.copyOf(context.keySet()));
        }
        return List.of(new Need("kms:" + call.action(), key.get().arn(), values, List.of()));
    }

    /** The key that a call names, or that the ciphertext does. */
    private Optional<EncryptionKey> key(AwsCall call) {
        @Nullable String named = call.input().path("KeyId").textValue();
        if (named == null && call.action().equals("Decrypt")) {
            return blob(call.input(), "CiphertextBlob").flatMap(ring::keyOf).flatMap(this::find);
        }
        return named == null ? Optional.empty() : find(named);
    }

    private Optional<EncryptionKey> find(String named) {
        return stack.keys().stream()
                .filter(key ->
                        named.equals(key.id())
                                || named.equals(key.arn())
                                || key.aliases().stream()
                                        .anyMatch(alias ->
                                                named.equals(alias)
                                                        || named.equals(aliasArn(alias))))
                .findFirst();
    }

    private String aliasArn(String alias) {
        return "arn:aws:kms:%s:%s:%s".formatted(stack.region(), stack.account(), alias);
    }

    private static Map<String, String> context(ObjectNode input) {
        Map<String, String> context = new HashMap<>();
        input.path("EncryptionContext")
                .properties()
                .forEach(entry -> context.put(entry.getKey(), entry.getValue().asText()));
        return context;
    }

    private static Optional<byte[]> blob(ObjectNode input, String field) {
        try {
            return Optional.ofNullable(input.path(field).textValue())
                    .map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Reply perform(AwsCall call) {
        if (!ACTIONS.contains(call.action())) {
            return Reply.failed(
                    400,
                    "UnknownOperationException",
                    "The local endpoint does not have " + call.action());
        }
        if (call.action().equals("Decrypt")) {
            return decrypt(call);
        }
        Optional<EncryptionKey> key = key(call);
        if (key.isEmpty()) {
            return Reply.failed(
                    400,
                    "NotFoundException",
                    "Key '%s' does not exist".formatted(call.input().path("KeyId").asText()));
        }
        return switch (call.action()) {
            case "Encrypt" -> encrypt(key.get(), call.input());
            case "DescribeKey" -> described(key.get());
            default -> dataKey(key.get(), call);
        };
    }

    private Reply encrypt(EncryptionKey key, ObjectNode input) {
        Optional<byte[]> plain = blob(input, "Plaintext");
        if (plain.isEmpty() || plain.get().length == 0 || plain.get().length > MOST_PLAIN_BYTES) {
            return Reply.failed(
                    400, "ValidationException", "Plaintext must have 1 to 4096 bytes, in base64");
        }
        byte[] sealed = ring.encrypt(key.id(), plain.get(), context(input));
        return done(
                AwsJson.object()
                        .put("CiphertextBlob", sealed)
                        .put("KeyId", key.arn())
                        .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT"));
    }

    private Reply dataKey(EncryptionKey key, AwsCall call) {
        int bytes =
                switch (call.input().path("KeySpec").asText()) {
                    case "AES_256" -> 32;
                    case "AES_128" -> 16;
                    default -> call.input().path("NumberOfBytes").asInt();
                };
        if (bytes < 1 || bytes > MOST_KEY_BYTES) {
            return Reply.failed(
                    400, "ValidationException", "Please specify either KeySpec or NumberOfBytes.");
        }
        byte[] plain = tokens.bytes(bytes);
        ObjectNode output =
                AwsJson.object()
                        .put("CiphertextBlob", ring.encrypt(key.id(), plain, context(call.input())))
                        .put("KeyId", key.arn());
        if (call.action().equals("GenerateDataKey")) {
            output.put("Plaintext", plain);
        }
        return done(output);
    }

    private Reply decrypt(AwsCall call) {
        Optional<byte[]> blob = blob(call.input(), "CiphertextBlob");
        Optional<EncryptionKey> sealer = blob.flatMap(ring::keyOf).flatMap(this::find);
        Optional<byte[]> plain = blob.flatMap(one -> ring.decrypt(one, context(call.input())));
        if (sealer.isEmpty() || plain.isEmpty()) {
            return Reply.failed(400, "InvalidCiphertextException", "");
        }
        if (call.input().has("KeyId") && !key(call).equals(sealer)) {
            return Reply.failed(
                    400,
                    "IncorrectKeyException",
                    "The key ID in the request does not identify a CMK that can perform this"
                            + " operation.");
        }
        return done(
                AwsJson.object()
                        .put("Plaintext", plain.get())
                        .put("KeyId", sealer.get().arn())
                        .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT"));
    }

    private Reply described(EncryptionKey key) {
        ObjectNode output = AwsJson.object();
        output.putObject("KeyMetadata")
                .put("KeyId", key.id())
                .put("Arn", key.arn())
                .put("AWSAccountId", stack.account())
                .put("Enabled", true)
                .put("KeyState", "Enabled")
                .put("KeyUsage", "ENCRYPT_DECRYPT")
                .put("KeySpec", "SYMMETRIC_DEFAULT")
                .put("KeyManager", "CUSTOMER")
                .put("Origin", "AWS_KMS");
        return done(output);
    }

    private static Reply done(ObjectNode output) {
        return new Reply.Done(AwsJson.bytes(output));
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
