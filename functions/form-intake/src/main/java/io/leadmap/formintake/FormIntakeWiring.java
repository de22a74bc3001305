package io.leadmap.formintake;

import io.leadmap.aws.AwsClients;
import io.leadmap.domain.text.Digits;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.kms.KmsKeyService;
import io.leadmap.lambda.Environment;
import io.leadmap.lambda.Scenery;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.Practices;
import io.leadmap.ports.SignIns;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.leadmap.practice.RehearsalPractice;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import java.time.InstantSource;

/** Forms over DynamoDB. */
@Factory
final class FormIntakeWiring {

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
    Scenery scenery(Practices practices) {
        return new RehearsalPractice(practices);
    }

    @Singleton
    FormEndpoint forms(
            Store store,
            Practices practices,
            PhoneNumbers phones,
            Environment environment,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        RenderStamp stamps = new RenderStamp(store.signatures(), ids);
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
