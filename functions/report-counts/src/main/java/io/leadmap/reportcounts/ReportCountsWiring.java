package io.leadmap.reportcounts;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** Counting over DynamoDB. */
@Factory
final class ReportCountsWiring {

    @Singleton
    Store store(AwsClients aws, InstantSource clock, Backoff backoff, Invocation invocation) {
        return DynamoStore.of(aws, KmsKeyService.of(aws), clock, backoff, invocation);
    }

    @Singleton
    Practices practices(Store store) {
        return new ConfiguredPractices(store.configurations());
    }

    @Singleton
    CountContributions counting(Store store, Practices practices) {
        return new CountContributions(
                practices, store.histories(), store.counts(), store.progress());
    }

    @Singleton
    CountStream stream(Store store, CountContributions counting) {
        return new CountStream(counting, store.nameIndex());
    }

    @Singleton
    CountCatchUp uncounted(Store store, CountContributions counting, InstantSource clock) {
        return new CountCatchUp(store.progress(), counting, store.nameIndex(), clock);
    }
}
