package io.leadmap.runtime;

import io.leadmap.application.Backoff;
import io.leadmap.application.Configurations;
import io.leadmap.application.EventBus;
import io.leadmap.application.IdSource;
import io.leadmap.application.InternationalPhones;
import io.leadmap.application.Invocation;
import io.leadmap.application.KeyService;
import io.leadmap.application.MailTransport;
import io.leadmap.application.PhoneNumbers;
import io.leadmap.application.Practices;
import io.leadmap.application.SafeHtml;
import io.leadmap.application.Signatures;
import io.leadmap.application.Store;
import io.leadmap.application.configuration.ConfiguredPractices;
import io.leadmap.aws.AwsClients;
import io.leadmap.aws.EventBridgeBus;
import io.leadmap.aws.KmsKeyService;
import io.leadmap.aws.SesMailTransport;
import io.leadmap.dynamodb.DynamoStore;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/**
 * The ports and what stands behind them in a function. Each is made when it is first asked for, so
 * that a function pays for what it uses; none reads credentials, keys or data while it is made.
 */
@Factory
final class Wiring {

    @Singleton
    KeyService keyService(AwsClients clients, Environment environment) {
        return new KmsKeyService(clients.kms(), environment.required("KEY_ARN"));
    }

    @Singleton
    Store store(
            AwsClients clients,
            Environment environment,
            KeyService keys,
            InstantSource clock,
            Backoff backoff,
            Invocation invocation) {
        return new DynamoStore(
                clients.dynamoDb(), environment.variables(), keys, clock, backoff, invocation);
    }

    @Singleton
    MailTransport mailTransport(AwsClients clients, Environment environment) {
        return new SesMailTransport(clients.ses(), environment.required("MAIL_CONFIGURATION"));
    }

    @Singleton
    EventBus eventBus(AwsClients clients, Environment environment) {
        return new EventBridgeBus(clients.eventBridge(), environment.required("BUS_NAME"));
    }

    @Singleton
    Configurations configurations(Store store) {
        return store.configurations();
    }

    @Singleton
    Practices practices(Configurations configurations) {
        return new ConfiguredPractices(configurations);
    }

    @Singleton
    Signatures signatures(Store store) {
        return store.signatures();
    }

    @Singleton
    Cursors cursors(Signatures signatures) {
        return new Cursors(signatures);
    }

    @Singleton
    Pages pages(Cursors cursors) {
        return new Pages(cursors);
    }

    @Singleton
    Backoff backoff() {
        return new JitteredBackoff();
    }

    @Singleton
    IdSource ids(InstantSource clock) {
        return new GrowingIds(clock);
    }

    @Singleton
    PhoneNumbers phoneNumbers() {
        return new InternationalPhones();
    }

    @Singleton
    SafeHtml safeHtml() {
        return new OwaspHtml();
    }
}
