package io.leadmap.runtime.suppression;

import io.leadmap.application.Store;
import io.leadmap.application.lead.LeadWriter;
import io.leadmap.application.mail.LiftSuppression;
import io.leadmap.runtime.Pages;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** Suppressions over the ports. */
@Factory
final class SuppressionWiring {

    @Singleton
    SuppressionReads suppressionReads(Store store, Pages pages) {
        return new SuppressionReads(store.suppressions(), pages);
    }

    @Singleton
    SuppressionLifting suppressionLifting(Store store, LeadWriter writer, InstantSource clock) {
        return new SuppressionLifting(new LiftSuppression(store, writer, clock));
    }
}
