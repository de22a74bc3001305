package io.leadmap.runtime.form;

import io.leadmap.application.Backoff;
import io.leadmap.application.IdSource;
import io.leadmap.application.PhoneNumbers;
import io.leadmap.application.Practices;
import io.leadmap.application.Signatures;
import io.leadmap.application.Store;
import io.leadmap.application.form.FindForm;
import io.leadmap.application.form.RenderStamp;
import io.leadmap.application.form.SubmitForm;
import io.leadmap.domain.text.Digits;
import io.leadmap.runtime.Environment;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** Forms over the ports. */
@Factory
final class FormWiring {

    @Singleton
    RenderStamp stamps(Signatures signatures, IdSource ids) {
        return new RenderStamp(signatures, ids);
    }

    @Singleton
    FormEndpoint endpoint(
            Store store,
            Practices practices,
            Environment environment,
            PhoneNumbers phones,
            RenderStamp stamps,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        SubmitForm submit =
                new SubmitForm(
                        store.leads(),
                        store.suppressions(),
                        store.firstAnswers(),
                        store.formLimits(),
                        (int) Digits.known(environment.required("FORMS_PER_MINUTE")),
                        phones,
                        stamps,
                        ids,
                        clock,
                        backoff);
        return new FormEndpoint(new FindForm(practices), submit, stamps, clock);
    }
}
