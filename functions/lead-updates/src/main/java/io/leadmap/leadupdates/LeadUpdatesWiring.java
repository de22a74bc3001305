package io.leadmap.leadupdates;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.html.OwaspHtml;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.lambda.Scenery;
import io.leadmap.leads.Duplicates;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.RehearsalLead;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SafeHtml;
import io.leadmap.ports.SignIns;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** What agents do with leads, over DynamoDB. */
@Factory
final class LeadUpdatesWiring {

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
    SafeHtml html() {
        return new OwaspHtml();
    }

    @Singleton
    Scenery scenery(Practices practices, Store store, InstantSource clock) {
        return new RehearsalLead(practices, store.leads(), clock);
    }

    @Singleton
    LeadWriter writer(Store store, InstantSource clock, Backoff backoff) {
        return new LeadWriter(
                store.leads(),
                store.histories(),
                store.firstAnswers(),
                store.suppressions(),
                clock,
                backoff);
    }

    @Singleton
    LeadAnswers answers(Store store, Practices practices, InstantSource clock) {
        return new LeadAnswers(practices, new Duplicates(store.leads()), clock);
    }

    @Singleton
    LeadAdditions additions(
            LeadWriter writer,
            LeadAnswers answers,
            Store store,
            Practices practices,
            IdSource ids,
            InstantSource clock,
            Backoff backoff,
            PhoneNumbers phones) {
        AddSource sources = new AddSource(practices, store.firstAnswers(), ids, clock, backoff);
        return new LeadAdditions(
                new AddLead(writer, sources, store.leads(), store.patients(), ids),
                sources,
                answers,
                phones);
    }

    @Singleton
    LeadCommands commands(
            LeadWriter writer, LeadAnswers answers, PhoneNumbers phones, SafeHtml html) {
        return new LeadCommands(writer, answers, phones, html);
    }

    @Singleton
    DuplicateCommands duplicates(LeadWriter writer, LeadAnswers answers, Store store) {
        return new DuplicateCommands(writer, answers, store.leads());
    }

    @Singleton
    ToDoCommands toDos(
            Store store,
            LeadWriter writer,
            IdSource ids,
            InstantSource clock,
            Backoff backoff,
            SafeHtml html) {
        return new ToDoCommands(
                new WriteToDos(store.toDos(), store.firstAnswers(), writer, ids, clock, backoff),
                store.leads(),
                html);
    }

    @Singleton
    MessageCommands messages(
            Store store, IdSource ids, InstantSource clock, Backoff backoff, SafeHtml html) {
        return new MessageCommands(
                new WriteMessages(store.messages(), store.firstAnswers(), ids, clock, backoff),
                store.leads(),
                html);
    }

    @Singleton
    SuppressionLifting lifting(Store store, LeadWriter writer, InstantSource clock) {
        return new SuppressionLifting(
                new LiftSuppression(
                        store.suppressions(),
                        store.histories(),
                        store.firstAnswers(),
                        writer,
                        clock));
    }
}
