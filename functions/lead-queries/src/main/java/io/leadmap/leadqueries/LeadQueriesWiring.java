package io.leadmap.leadqueries;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.lambda.Cursors;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.Scenery;
import io.leadmap.leads.Duplicates;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.RehearsalLead;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SignIns;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** What people see, over DynamoDB. */
@Factory
final class LeadQueriesWiring {

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
    PhoneNumbers phones() {
        return new InternationalPhones();
    }

    @Singleton
    Pages pages(Store store) {
        return new Pages(new Cursors(store.signatures()));
    }

    @Singleton
    Scenery scenery(Practices practices, Store store, InstantSource clock) {
        return new RehearsalLead(practices, store.leads(), clock);
    }

    @Singleton
    LeadSheetEndpoint sheet(Store store, PhoneNumbers phones, Pages pages, InstantSource clock) {
        return new LeadSheetEndpoint(
                new ReadLeadSheet(store.leadSheet(), store.leads(), store.nameIndex(), phones),
                pages,
                clock);
    }

    @Singleton
    LeadReads leads(Store store, Practices practices, Pages pages, InstantSource clock) {
        LeadAnswers answers = new LeadAnswers(practices, new Duplicates(store.leads()), clock);
        return new LeadReads(store.leads(), store.histories(), answers, pages);
    }

    @Singleton
    DuplicateReads duplicates(Store store, Pages pages) {
        return new DuplicateReads(
                store.leads(), new Duplicates(store.leads()), store.leadSheet(), pages);
    }

    @Singleton
    TodayEndpoint today(Store store, InstantSource clock) {
        return new TodayEndpoint(
                new ReadToday(
                        store.awaitedLeads(), store.leadSheet(), store.toDos(), store.messages()),
                clock);
    }

    @Singleton
    MessageReads messages(Store store, Pages pages) {
        return new MessageReads(store.messages(), pages);
    }

    @Singleton
    PracticeReads practice(Store store, Practices practices, Pages pages) {
        return new PracticeReads(store.toDos(), practices, pages);
    }

    @Singleton
    SuppressionReads suppressions(Store store, Pages pages) {
        return new SuppressionReads(store.suppressions(), pages);
    }

    @Singleton
    HeldReads held(Store store, Pages pages) {
        return new HeldReads(store.leadSheet(), store.leads(), pages);
    }

    @Singleton
    SweepTrials trials(Store store, Pages pages, InstantSource clock) {
        return new SweepTrials(
                new TrySweep(store.dueWork(), store.leads(), store.suppressions()), pages, clock);
    }

    @Singleton
    MegaReportEndpoint megaReport(Store store, Pages pages, InstantSource clock) {
        return new MegaReportEndpoint(
                new ReadMegaReport(store.counts(), store.leadSheet()), pages, clock);
    }
}
