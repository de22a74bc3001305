package io.leadmap.runtime.report;

import io.leadmap.application.Practices;
import io.leadmap.application.Store;
import io.leadmap.application.report.CountContributions;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** The Mega Report over the ports. */
@Factory
final class ReportWiring {

    @Singleton
    CountContributions counting(Store store, Practices practices) {
        return new CountContributions(
                practices, store.histories(), store.counts(), store.progress());
    }

    @Singleton
    CountStream stream(CountContributions counting) {
        return new CountStream(counting);
    }

    @Singleton
    CountCatchUp uncounted(Store store, CountContributions counting, InstantSource clock) {
        return new CountCatchUp(store.progress(), counting, clock);
    }
}
