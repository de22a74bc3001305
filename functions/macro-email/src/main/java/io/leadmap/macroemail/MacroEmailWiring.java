package io.leadmap.macroemail;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.html.OwaspHtml;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.lambda.Cursors;
import io.leadmap.lambda.Environment;
import io.leadmap.lambda.Pages;
import io.leadmap.lambda.Scenery;
import io.leadmap.leads.Duplicates;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.RehearsalLead;
import io.leadmap.mail.ComposeMail;
import io.leadmap.mail.UnsubscribeLinks;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SafeHtml;
import io.leadmap.ports.SignIns;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.net.URI;
import java.time.InstantSource;

/** Hand-written mail, over DynamoDB. */
@Factory
final class MacroEmailWiring {

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
    SafeHtml html() {
        return new OwaspHtml();
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
    UnsubscribeLinks links(Store store, Environment environment) {
        return new UnsubscribeLinks(
                store.signatures(), URI.create(environment.required("PUBLIC_URL")));
    }

    @Singleton
    ComposeMail compose(
            Practices practices, UnsubscribeLinks links, SafeHtml html, Environment environment) {
        return new ComposeMail(practices, links, html, environment.required("SENDING_DOMAIN"));
    }

    @Singleton
    UncertainRoutes uncertain(
            Store store, LeadWriter writer, LeadAnswers answers, ComposeMail compose) {
        return new UncertainRoutes(store.mailLedger(), writer, answers, compose);
    }

    @Singleton
    EmailRoutes emails(
            Store store,
            Practices practices,
            LeadWriter writer,
            LeadAnswers answers,
            ComposeMail compose,
            SafeHtml html,
            Pages pages,
            InstantSource clock) {
        return new EmailRoutes(
                new EmailRoutes.Ports(
                        store.leads(),
                        store.histories(),
                        store.mailLedger(),
                        store.suppressions(),
                        practices),
                writer,
                answers,
                compose,
                html,
                pages,
                clock);
    }
}
