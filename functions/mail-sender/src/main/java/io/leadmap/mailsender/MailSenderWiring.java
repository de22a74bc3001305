package io.leadmap.mailsender;

import io.leadmap.aws.AwsClients;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.html.OwaspHtml;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.lambda.Environment;
import io.leadmap.lambda.Log;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.mail.ComposeMail;
import io.leadmap.mail.HeedAddress;
import io.leadmap.mail.SettleMail;
import io.leadmap.mail.UnsubscribeLinks;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SafeHtml;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.leadmap.ses.SesMailTransport;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.net.URI;
import java.time.InstantSource;

/** The mail ledger on DynamoDB, mail on SES. */
@Factory
final class MailSenderWiring {

    @Singleton
    Store store(AwsClients aws, InstantSource clock, Backoff backoff, Invocation invocation) {
        return DynamoStore.of(aws, KmsKeyService.of(aws), clock, backoff, invocation);
    }

    @Singleton
    Practices practices(Store store) {
        return new ConfiguredPractices(store.configurations());
    }

    @Singleton
    SafeHtml html() {
        return new OwaspHtml();
    }

    @Singleton
    MailTransport transport(AwsClients aws, Log log) {
        return new BarredMail(SesMailTransport.of(aws), log);
    }

    @Singleton
    UnattendedWriter writer(
            Store store, Practices practices, InstantSource clock, Backoff backoff) {
        return new UnattendedWriter(store.leads(), practices, store.suppressions(), clock, backoff);
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
    HeedAddress others(Store store, UnattendedWriter writer) {
        return new HeedAddress(store.leads(), writer);
    }

    @Singleton
    SettleMail settle(
            Store store,
            UnattendedWriter writer,
            ComposeMail compose,
            HeedAddress others,
            InstantSource clock) {
        return new SettleMail(store.mailLedger(), writer, compose, others, clock);
    }

    /** Of one kind and hour, wherever in this function a mail is sent. */
    @Singleton
    MailAllowance allowance(Store store) {
        return new MailAllowance(store.mailLimits());
    }

    @Singleton
    SendMail send(
            Store store,
            UnattendedWriter writer,
            ComposeMail compose,
            MailTransport transport,
            SettleMail settle,
            MailAllowance allowance,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        return new SendMail(
                store.mailLedger(),
                store.suppressions(),
                writer,
                compose,
                transport,
                settle,
                allowance,
                ids,
                clock,
                backoff);
    }

    @Singleton
    MailStream stream(SendMail send, InstantSource clock) {
        return new MailStream(send, clock);
    }

    @Singleton
    EarlierMail earlier(
            Store store, Practices practices, MailAllowance allowance, InstantSource clock) {
        return new EarlierMail(store.mailLedger(), practices, allowance, clock);
    }

    @Singleton
    WaitingMailWork waiting(
            Store store,
            SendMail send,
            SettleMail settle,
            EarlierMail earlier,
            InstantSource clock) {
        return new WaitingMailWork(
                new SendWaiting(store.mailLedger(), send, settle, earlier, clock));
    }
}
