package io.leadmap.runtime.mail;

import io.leadmap.application.Backoff;
import io.leadmap.application.IdSource;
import io.leadmap.application.MailTransport;
import io.leadmap.application.Practices;
import io.leadmap.application.SafeHtml;
import io.leadmap.application.Signatures;
import io.leadmap.application.Store;
import io.leadmap.application.lead.LeadWriter;
import io.leadmap.application.lead.UnattendedWriter;
import io.leadmap.application.mail.ComposeMail;
import io.leadmap.application.mail.FollowUnsubscribeLink;
import io.leadmap.application.mail.HeedAddress;
import io.leadmap.application.mail.MailAllowance;
import io.leadmap.application.mail.SendMail;
import io.leadmap.application.mail.SendWaiting;
import io.leadmap.application.mail.SettleMail;
import io.leadmap.application.mail.UnsubscribeLinks;
import io.leadmap.runtime.Environment;
import io.leadmap.runtime.Pages;
import io.leadmap.runtime.lead.LeadAnswers;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.net.URI;
import java.time.InstantSource;

/** Mail over the ports. */
@Factory
final class MailWiring {

    @Singleton
    UnattendedWriter writer(
            Store store, Practices practices, InstantSource clock, Backoff backoff) {
        return new UnattendedWriter(store.leads(), practices, store.suppressions(), clock, backoff);
    }

    @Singleton
    UnsubscribeLinks links(Signatures signatures, Environment environment) {
        return new UnsubscribeLinks(signatures, URI.create(environment.required("PUBLIC_URL")));
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

    @Singleton
    SendMail send(
            Store store,
            UnattendedWriter writer,
            ComposeMail compose,
            MailTransport transport,
            SettleMail settle,
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
                new MailAllowance(store.mailLimits()),
                ids,
                clock,
                backoff);
    }

    @Singleton
    MailStream stream(SendMail send, InstantSource clock) {
        return new MailStream(send, clock);
    }

    @Singleton
    WaitingMailWork waiting(Store store, SendMail send, SettleMail settle, InstantSource clock) {
        return new WaitingMailWork(new SendWaiting(store.mailLedger(), send, settle, clock));
    }

    @Singleton
    MailNews news(Store store, SettleMail settle) {
        return new MailNews(store.mailLedger(), settle);
    }

    @Singleton
    UnsubscribeEndpoint unsubscribe(
            Store store,
            Practices practices,
            UnsubscribeLinks links,
            UnattendedWriter writer,
            HeedAddress others) {
        return new UnsubscribeEndpoint(
                new FollowUnsubscribeLink(links, practices, store.mailLedger(), writer, others));
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
