package io.leadmap.runtime.lead;

import io.leadmap.application.Backoff;
import io.leadmap.application.IdSource;
import io.leadmap.application.PhoneNumbers;
import io.leadmap.application.Practices;
import io.leadmap.application.SafeHtml;
import io.leadmap.application.Store;
import io.leadmap.application.lead.AddLead;
import io.leadmap.application.lead.AddSource;
import io.leadmap.application.lead.Duplicates;
import io.leadmap.application.lead.LeadWriter;
import io.leadmap.application.lead.ReadLeadSheet;
import io.leadmap.runtime.Pages;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** The use cases of agents' calls. */
@Factory
final class LeadWiring {

    @Singleton
    LeadWriter leadWriter(Store store, InstantSource clock, Backoff backoff) {
        return new LeadWriter(store, clock, backoff);
    }

    @Singleton
    LeadAnswers leadAnswers(Store store, Practices practices, InstantSource clock) {
        return new LeadAnswers(practices, new Duplicates(store.leads()), clock);
    }

    @Singleton
    LeadCommands leadCommands(
            LeadWriter writer, LeadAnswers answers, PhoneNumbers phones, SafeHtml html) {
        return new LeadCommands(writer, answers, phones, html);
    }

    @Singleton
    LeadAdditions leadAdditions(
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
                new AddLead(writer, sources, store, ids), sources, answers, phones);
    }

    @Singleton
    LeadReads leadReads(Store store, LeadAnswers answers, Pages pages) {
        return new LeadReads(store, answers, pages);
    }

    @Singleton
    LeadSheetEndpoint leadSheet(
            Store store, PhoneNumbers phones, Pages pages, InstantSource clock) {
        return new LeadSheetEndpoint(
                new ReadLeadSheet(store.leadSheet(), store.leads(), phones), pages, clock);
    }
}
