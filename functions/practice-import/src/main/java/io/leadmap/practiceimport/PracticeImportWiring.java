package io.leadmap.practiceimport;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.pms.KnownProviders;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** Configuration over DynamoDB. */
@Factory
final class PracticeImportWiring {

    @Singleton
    Store store(AwsClients aws, InstantSource clock, Backoff backoff, Invocation invocation) {
        return DynamoStore.of(aws, KmsKeyService.of(aws), clock, backoff, invocation);
    }

    @Singleton
    Practices practices(Store store) {
        return new ConfiguredPractices(store.configurations());
    }

    @Singleton
    PhoneNumbers phones() {
        return new InternationalPhones();
    }

    @Singleton
    ImportPractice imports(Practices practices, PhoneNumbers phones, Backoff backoff) {
        return new ImportPractice(practices, phones, new KnownProviders(), backoff);
    }
}
