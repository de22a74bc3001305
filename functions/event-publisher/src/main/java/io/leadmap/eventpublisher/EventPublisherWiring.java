package io.leadmap.eventpublisher;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.eventbridge.EventBridgeBus;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.EventBus;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Store;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** Histories on DynamoDB, events on EventBridge. */
@Factory
final class EventPublisherWiring {

    @Singleton
    Store store(AwsClients aws, InstantSource clock, Backoff backoff, Invocation invocation) {
        return DynamoStore.of(aws, KmsKeyService.of(aws), clock, backoff, invocation);
    }

    @Singleton
    EventBus bus(AwsClients aws) {
        return EventBridgeBus.of(aws);
    }

    @Singleton
    PublishHistory publish(Store store, EventBus bus, Backoff backoff) {
        return new PublishHistory(store.histories(), store.progress(), bus, backoff);
    }

    @Singleton
    HistoryStream stream(PublishHistory publish) {
        return new HistoryStream(publish);
    }

    @Singleton
    HistoryCatchUp unpublished(Store store, PublishHistory publish, InstantSource clock) {
        return new HistoryCatchUp(store.progress(), publish, clock);
    }
}
