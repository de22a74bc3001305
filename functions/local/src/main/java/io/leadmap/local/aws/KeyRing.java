package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.local.data.DataFolder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets behind the stack's KMS keys, kept in the data folder. What it encrypts names its key
 * and is bound to the encryption context (AES-256-GCM, the context as associated data).
 */
final class KeyRing {

    private static final byte VERSION = 1;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> secrets = new HashMap<>();

    /** Reads each key's secret, or makes one and keeps it. */
    KeyRing(DataFolder data, List<String> keyIds) {
        for (String keyId : keyIds) {
            String name = "keys/" + keyId;
            Optional<JsonNode> kept = data.read(name);
            byte[] secret =
                    kept.map(document ->
                                    Base64.getDecoder().decode(document.path("secret").asText()))
                            .orElseGet(() -> random(KEY_BYTES));
            if (kept.isEmpty()) {
                data.write(name, AwsJson.object().put("secret", secret));
            }
            secrets.put(keyId, secret);
        }
    }

    /** So many bytes that nobody can guess. */
    byte[] random(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    byte[] encrypt(String keyId, byte[] plain, Map<String, String> context) {
        byte[] iv = random(IV_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keyId, iv, context).doFinal(plain);
            byte[] id = keyId.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(2 + id.length + IV_BYTES + sealed.length)
                    .put(VERSION)
                    .put((byte) id.length)
                    .put(id)
                    .put(iv)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that encrypted this; empty when nothing here did. */
    Optional<String> keyOf(byte[] blob) {
        if (blob.length < 2 || blob[0] != VERSION || blob.length < 2 + blob[1] + IV_BYTES) {
            return Optional.empty();
        }
        String keyId = new String(blob, 2, blob[1], StandardCharsets.UTF_8);
        return secrets.containsKey(keyId) ? Optional.of(keyId) : Optional.empty();
    }

    /** What was encrypted; empty when a byte or the context is another. */
    Optional<byte[]> decrypt(byte[] blob, Map<String, String> context) {
        return keyOf(blob).flatMap(keyId -> decrypt(keyId, blob, context));
    }

    private Optional<byte[]> decrypt(String keyId, byte[] blob, Map<String, String> context) {
        int at = 2 + blob[1];
        byte[] iv = Arrays.copyOfRange(blob, at, at + IV_BYTES);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, keyId, iv, context)
                            .doFinal(blob, at + IV_BYTES, blob.length - at - IV_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] iv, Map<String, String> context)
            throws GeneralSecurityException {
        byte[] secret = secrets.get(keyId);
        if (secret == null) {
            throw new IllegalArgumentException("no key " + keyId);
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        // Sorted, and each text with its length, so that no two contexts read the same.
        new TreeMap<>(context)
                .forEach((name, value) -> {
                    cipher.updateAAD(framed(name));
                    cipher.updateAAD(framed(value));
                });
        return cipher;
    }

    private static byte[] framed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
    }
}
