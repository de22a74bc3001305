package io.leadmap.unsubscribe;

import io.leadmap.application.Backoff;
import io.leadmap.application.Invocation;
import io.leadmap.application.Practices;
import io.leadmap.application.Store;
import io.leadmap.application.configuration.ConfiguredPractices;
import io.leadmap.application.lead.UnattendedWriter;
import io.leadmap.application.mail.FollowUnsubscribeLink;
import io.leadmap.application.mail.HeedAddress;
import io.leadmap.application.mail.UnsubscribeLinks;
import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.runtime.Environment;
import io.leadmap.runtime.Scenery;
import io.leadmap.runtime.configuration.RehearsalPractice;
import io.leadmap.runtime.mail.UnsubscribeEndpoint;
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
