package io.leadmap.runtime.report;

import io.leadmap.application.Store;
import io.leadmap.application.report.CountContributions;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

/** The Mega Report over the ports. */
@Factory
final class ReportWiring {

    @Singleton
    CountContributions counting(Store store) {
        return new CountContributions(store);
    }

    @Singleton
    CountStream stream(CountContributions counting) {
        return new CountStream(counting);
    }
}
