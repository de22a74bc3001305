package io.leadmap.dripsweep;

import io.leadmap.application.Backoff;
import io.leadmap.application.Invocation;
import io.leadmap.application.Practices;
import io.leadmap.application.Store;
import io.leadmap.application.configuration.ConfiguredPractices;
import io.leadmap.application.lead.UnattendedWriter;
import io.leadmap.application.sweep.Sweep;
import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.runtime.sweep.DripSweepWork;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** The sweep over DynamoDB. */
@Factory
final class DripSweepWiring {

    @Singleton
    Store store(AwsClients aws, InstantSource clock, Backoff backoff, Invocation invocation) {
        return DynamoStore.of(aws, KmsKeyService.of(aws), clock, backoff, invocation);
    }

    @Singleton
    Practices practices(Store store) {
        return new ConfiguredPractices(store.configurations());
    }

    @Singleton
    DripSweepWork work(Store store, Practices practices, InstantSource clock, Backoff backoff) {
        UnattendedWriter writer =
                new UnattendedWriter(
                        store.leads(), practices, store.suppressions(), clock, backoff);
        return new DripSweepWork(new Sweep(store.dueWork(), practices, writer, clock));
    }
}
