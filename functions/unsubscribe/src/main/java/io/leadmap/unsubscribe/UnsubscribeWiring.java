package io.leadmap.unsubscribe;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.lambda.Environment;
import io.leadmap.lambda.Scenery;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.mail.FollowUnsubscribeLink;
import io.leadmap.mail.HeedAddress;
import io.leadmap.mail.UnsubscribeLinks;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SignIns;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.leadmap.practice.RehearsalPractice;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.net.URI;
import java.time.InstantSource;

/** Opting out, over DynamoDB. */
@Factory
final class UnsubscribeWiring {

    @Singleton
    Store store(AwsClients aws, InstantSource clock, Backoff backoff, Invocation invocation) {
        return DynamoStore.of(aws, KmsKeyService.of(aws), clock, backoff, invocation);
    }

    @Singleton
    Practices practices(Store store) {
        return new ConfiguredPractices(store.configurations());
    }

    @Singleton
    SignIns signIns(Store store) {
        return store.signIns();
    }

    @Singleton
    Scenery scenery(Practices practices) {
        return new RehearsalPractice(practices);
    }

    @Singleton
    UnsubscribeEndpoint unsubscribe(
            Store store,
            Practices practices,
            Environment environment,
            InstantSource clock,
            Backoff backoff) {
        UnsubscribeLinks links =
                new UnsubscribeLinks(
                        store.signatures(), URI.create(environment.required("PUBLIC_URL")));
        UnattendedWriter writer =
                new UnattendedWriter(
                        store.leads(), practices, store.suppressions(), clock, backoff);
        return new UnsubscribeEndpoint(
                new FollowUnsubscribeLink(
                        links,
                        practices,
                        store.mailLedger(),
                        writer,
                        new HeedAddress(store.leads(), writer)));
    }
}
