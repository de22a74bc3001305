package io.leadmap.pmsworker;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.lambda.Log;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.pms.KnownProviders;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** PMS events over DynamoDB. */
@Factory
final class PmsWorkerWiring {

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
    PmsPorts ports(Store store, Practices practices) {
        return new PmsPorts(
                practices,
                store.leads(),
                store.patients(),
                store.appointments(),
                store.suppressions(),
                store.toDos());
    }

    @Singleton
    InterpretPmsEvent interpreting(
            PmsPorts ports,
            Store store,
            PhoneNumbers phones,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        return new InterpretPmsEvent(
                ports, store.inbox(), new KnownProviders(), phones, ids, clock, backoff);
    }

    @Singleton
    RelinkLead relinking(
            PmsPorts ports,
            PhoneNumbers phones,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        return new RelinkLead(ports, phones, ids, clock, backoff);
    }

    @Singleton
    InboxEvents events(InterpretPmsEvent interpreting, Log log) {
        return new InboxEvents(interpreting, log);
    }

    @Singleton
    PmsStream stream(InboxEvents events, RelinkLead relinking) {
        return new PmsStream(events, relinking);
    }

    @Singleton
    PmsCatchUp forgotten(
            Store store, InboxEvents events, RelinkLead relinking, InstantSource clock) {
        return new PmsCatchUp(store.inbox(), events, store.progress(), relinking, clock);
    }
}
