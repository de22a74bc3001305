package io.leadmap.runtime.query;

import io.leadmap.application.Practices;
import io.leadmap.application.Store;
import io.leadmap.application.report.ReadMegaReport;
import io.leadmap.runtime.Pages;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** What is read besides leads. */
@Factory
final class QueryWiring {

    @Singleton
    PracticeReads practiceReads(Store store, Practices practices, Pages pages) {
        return new PracticeReads(store.toDos(), practices, pages);
    }

    @Singleton
    MegaReportEndpoint megaReport(Store store, Pages pages, InstantSource clock) {
        return new MegaReportEndpoint(new ReadMegaReport(store), pages, clock);
    }
}
