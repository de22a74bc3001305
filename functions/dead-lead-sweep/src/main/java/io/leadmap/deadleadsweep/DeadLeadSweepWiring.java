package io.leadmap.deadleadsweep;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.leads.Sweep;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** The sweep over DynamoDB. */
@Factory
final class DeadLeadSweepWiring {

    @Singleton
    Store store(AwsClients aws, InstantSource clock, Backoff backoff, Invocation invocation) {
        return DynamoStore.of(aws, KmsKeyService.of(aws), clock, backoff, invocation);
    }

    @Singleton
    Practices practices(Store store) {
        return new ConfiguredPractices(store.configurations());
    }

    @Singleton
    DeadLeadSweepWork work(Store store, Practices practices, InstantSource clock, Backoff backoff) {
        UnattendedWriter writer =
                new UnattendedWriter(
                        store.leads(), practices, store.suppressions(), clock, backoff);
        return new DeadLeadSweepWork(new Sweep(store.dueWork(), practices, writer, clock));
    }
}
