package io.leadmap.runtime.configuration;

import io.leadmap.application.Backoff;
import io.leadmap.application.PhoneNumbers;
import io.leadmap.application.Practices;
import io.leadmap.application.configuration.ImportPractice;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

/** What configures practices. */
@Factory
final class ConfigurationWiring {

    @Singleton
    ImportPractice importPractice(Practices practices, PhoneNumbers phones, Backoff backoff) {
        return new ImportPractice(practices, phones, backoff);
    }
}
