package io.leadmap.kms;

import io.leadmap.aws.AwsClients;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.KeyService;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;

import java.util.Map;

/**
 * Practices' keys, wrapped by one KMS key with the practice as encryption context (architecture
 * decision 11). Errors of KMS are faults; so is a key that was wrapped for another practice.
 */
public final class KmsKeyService implements KeyService {

    /** The name in the encryption context. */
    public static final String PRACTICE = "practice";

    private final KmsClient kms;
    private final String keyArn;

    /** Wraps with the key of this ARN. */
    public KmsKeyService(KmsClient kms, String keyArn) {
        this.kms = kms;
        this.keyArn = keyArn;
    }

    /** Wraps with the key that the function's {@code KEY_ARN} names; KMS may be asked again. */
    public static KmsKeyService of(AwsClients aws) {
        return new KmsKeyService(client(aws), aws.environment().required("KEY_ARN"));
    }

    /** A client of KMS, whose calls may be repeated without harm. */
    public static KmsClient client(AwsClients aws) {
        return aws.configured(KmsClient.builder(), "KMS", AwsClients.someRetries().build()).build();
    }

    @Override
    public Fresh generate(PracticeId practice) {
        GenerateDataKeyResponse key =
                kms.generateDataKey(request ->
                        request.keyId(keyArn)
                                .keySpec(DataKeySpec.AES_256)
                                .encryptionContext(context(practice)));
        return new Fresh(key.plaintext().asByteArray(), key.ciphertextBlob().asByteArray());
    }

    @Override
    public byte[] unwrap(PracticeId practice, byte[] wrapped) {
        return kms.decrypt(request ->
                        request.keyId(keyArn)
                                .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                                .encryptionContext(context(practice)))
                .plaintext()
                .asByteArray();
    }

    private static Map<String, String> context(PracticeId practice) {
        return Map.of(PRACTICE, practice.value());
    }
}
