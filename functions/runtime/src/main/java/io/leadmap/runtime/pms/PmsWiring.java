package io.leadmap.runtime.pms;

import io.leadmap.application.Backoff;
import io.leadmap.application.IdSource;
import io.leadmap.application.PhoneNumbers;
import io.leadmap.application.Practices;
import io.leadmap.application.Store;
import io.leadmap.application.pms.InterpretPmsEvent;
import io.leadmap.application.pms.PmsProviders;
import io.leadmap.application.pms.ReceivePmsEvent;
import io.leadmap.application.pms.RelinkLead;
import io.leadmap.pms.KnownProviders;
import io.leadmap.runtime.Log;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** PMS events over the ports. */
@Factory
final class PmsWiring {

    @Singleton
    PmsProviders providers() {
        return new KnownProviders();
    }

    @Singleton
    PmsEndpoint endpoint(
            Store store, Practices practices, PmsProviders providers, InstantSource clock) {
        return new PmsEndpoint(new ReceivePmsEvent(practices, providers, store.inbox(), clock));
    }

    @Singleton
    InterpretPmsEvent interpreting(
            Store store,
            Practices practices,
            PmsProviders providers,
            PhoneNumbers phones,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        return new InterpretPmsEvent(store, practices, providers, phones, ids, clock, backoff);
    }

    @Singleton
    RelinkLead relinking(
            Store store,
            Practices practices,
            PhoneNumbers phones,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        return new RelinkLead(store, practices, phones, ids, clock, backoff);
    }

    @Singleton
    PmsStream stream(InterpretPmsEvent interpreting, RelinkLead relinking, Log log) {
        return new PmsStream(interpreting, relinking, log);
    }
}
