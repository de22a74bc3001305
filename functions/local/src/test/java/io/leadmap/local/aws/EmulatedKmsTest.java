package io.leadmap.local.aws;

import static io.leadmap.local.aws.Cloud.KEY_ARN;
import static io.leadmap.local.aws.Cloud.allow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInternalException;
import software.amazon.awssdk.services.kms.model.NotFoundException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class EmulatedKmsTest {

    private static final Map<String, String> ONE = Map.of("practice", "one");
    private static final Map<String, String> TWO = Map.of("practice", "two");

    private static GenerateDataKeyResponse generate(KmsClient kms, Map<String, String> context) {
        return kms.generateDataKey(
                r -> r.keyId(KEY_ARN).keySpec(DataKeySpec.AES_256).encryptionContext(context));
    }

    private static SdkBytes decrypt(KmsClient kms, SdkBytes blob, Map<String, String> context) {
        return kms.decrypt(r -> r.keyId(KEY_ARN).ciphertextBlob(blob).encryptionContext(context))
                .plaintext();
    }

    @Test
    void a_data_key_comes_back_under_its_context_and_no_other() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("kms:*", KEY_ARN));
                KmsClient kms = cloud.kms()) {
            GenerateDataKeyResponse key = generate(kms, ONE);
            assertThat(key.keyId()).isEqualTo(KEY_ARN);
            assertThat(key.plaintext().asByteArrayUnsafe()).hasSize(32);
            assertThat(decrypt(kms, key.ciphertextBlob(), ONE)).isEqualTo(key.plaintext());
            assertThatThrownBy(() -> decrypt(kms, key.ciphertextBlob(), TWO))
                    .isInstanceOf(InvalidCiphertextException.class);
            assertThatThrownBy(() -> decrypt(kms, key.ciphertextBlob(), Map.of()))
                    .isInstanceOf(InvalidCiphertextException.class);
        }
    }

    @Test
    void a_changed_byte_anywhere_is_found() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("kms:*", "*"));
                KmsClient kms = cloud.kms()) {
            byte[] blob = generate(kms, ONE).ciphertextBlob().asByteArray();
            for (int i = 0; i < blob.length; i++) {
                byte[] changed = blob.clone();
                changed[i] ^= 1;
                assertThatThrownBy(() -> decrypt(kms, SdkBytes.fromByteArray(changed), ONE))
                        .isInstanceOf(InvalidCiphertextException.class);
            }
        }
    }

    @Test
    void what_was_wrapped_is_readable_after_a_restart(@TempDir Path folder) throws IOException {
        var stack = Cloud.stack(Map.of("Writer", List.of(allow("kms:*", "*"))));
        GenerateDataKeyResponse key;
        try (Cloud cloud = Cloud.start(stack, folder);
                KmsClient kms = cloud.kms()) {
            key = generate(kms, ONE);
        }
        try (Cloud cloud = Cloud.start(stack, folder);
                KmsClient kms = cloud.kms()) {
            assertThat(decrypt(kms, key.ciphertextBlob(), ONE)).isEqualTo(key.plaintext());
        }
    }

    @Test
    void another_key_is_the_wrong_one() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("kms:*", "*"));
                KmsClient kms = cloud.kms()) {
            SdkBytes blob = generate(kms, ONE).ciphertextBlob();
            assertThatThrownBy(() ->
                            kms.decrypt(r ->
                                    r.keyId("key-two").ciphertextBlob(blob).encryptionContext(ONE)))
                    .isInstanceOf(IncorrectKeyException.class);
            assertThatThrownBy(() ->
                            kms.decrypt(r ->
                                    r.keyId("none").ciphertextBlob(blob).encryptionContext(ONE)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void a_caller_without_the_permission_is_refused_by_name() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("kms:GenerateDataKey", KEY_ARN));
                KmsClient kms = cloud.kms()) {
            SdkBytes blob = generate(kms, ONE).ciphertextBlob();
            assertThatThrownBy(() -> decrypt(kms, blob, ONE))
                    .isInstanceOfSatisfying(
                            KmsException.class,
                            e ->
                                    assertThat(e.awsErrorDetails().errorCode())
                                            .isEqualTo("AccessDeniedException"))
                    .hasMessageContaining("kms:Decrypt on resource: " + KEY_ARN);
        }
    }

    @Test
    void what_no_function_calls_is_not_there() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("kms:*", "*"));
                KmsClient kms = cloud.kms()) {
            assertThatThrownBy(() -> kms.describeKey(r -> r.keyId(KEY_ARN)))
                    .hasMessageContaining("The local endpoint does not have DescribeKey");
            assertThatThrownBy(() -> kms.generateDataKey(r -> r.keyId(KEY_ARN).numberOfBytes(64)))
                    .hasMessageContaining("AES_256 only");
        }
    }

    @Test
    void it_can_fail() throws IOException {
        try (Cloud cloud = Cloud.allowing(allow("kms:*", "*"));
                KmsClient kms = cloud.kms()) {
            cloud.fail("kms", "GenerateDataKey", "error", 1);
            assertThatThrownBy(() -> generate(kms, ONE)).isInstanceOf(KmsInternalException.class);
            cloud.fail("kms", null, "throttle", 1);
            assertThatThrownBy(() -> generate(kms, ONE)).hasMessageContaining("Rate exceeded");
        }
    }
}
