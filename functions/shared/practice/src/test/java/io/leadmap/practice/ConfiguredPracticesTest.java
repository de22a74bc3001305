package io.leadmap.practice;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.ports.Configurations;
import io.leadmap.ports.Practices;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.PracticesContract;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;

class ConfiguredPracticesTest implements PracticesContract {

    private final Configurations configurations =
            new InMemoryStore(InstantSource.system()).configurations();
    private final Practices practices = new ConfiguredPractices(configurations);

    @Override
    public Practices practices() {
        return practices;
    }

    @Test
    void a_document_that_is_no_configuration_is_a_fault_and_not_a_practice_that_is_not_there() {
        PracticeId practice = new PracticeId("damaged");
        configurations.store(practice, 1, Json.object().put("practice", "damaged").node());

        assertThatThrownBy(() -> practices.find(practice))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("settings.timeZone");
    }
}
