package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.ports.Configurations;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.Optional;

/** What {@code Configurations} promises. */
public interface ConfigurationsContract extends StoreSuite {

    @Test
    default void the_newest_version_is_known_and_every_document_stays() {
        PracticeId practice = unconfiguredPractice();

        assertThat(configurations().store(practice, 1, document("first"))).isTrue();
        assertThat(configurations().store(practice, 2, document("second"))).isTrue();

        assertThat(configurations().newest(practice)).contains(2L);
        assertThat(text(practice, 1)).contains(Json.text(document("first")));
        assertThat(text(practice, 2)).contains(Json.text(document("second")));
        assertThat(configurations().find(practice, 3)).isEmpty();
    }

    @Test
    default void of_two_who_change_the_same_version_the_second_is_refused() {
        PracticeId practice = unconfiguredPractice();
        configurations().store(practice, 1, document("first"));

        assertThat(configurations().store(practice, 2, document("one"))).isTrue();
        assertThat(configurations().store(practice, 2, document("other"))).isFalse();

        assertThat(configurations().newest(practice)).contains(2L);
        assertThat(text(practice, 2)).contains(Json.text(document("one")));
    }

    @Test
    default void no_version_is_left_out() {
        PracticeId practice = unconfiguredPractice();

        assertThat(configurations().store(practice, 2, document("second"))).isFalse();

        assertThat(configurations().newest(practice)).isEmpty();
    }

    @Test
    default void every_practice_is_listed_once_whatever_its_version() {
        PracticeId one = unconfiguredPractice();
        PracticeId other = unconfiguredPractice();
        configurations().store(one, 1, document("first"));
        configurations().store(one, 2, document("second"));
        configurations().store(other, 1, document("first"));

        assertThat(configurations().ids())
                .contains(one, other)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(PracticeId::value));
    }

    @Test
    default void an_unknown_practice_has_no_configuration() {
        PracticeId nobody = new PracticeId("nobody");

        assertThat(configurations().newest(nobody)).isEmpty();
        assertThat(configurations().find(nobody, 1)).isEmpty();
    }

    private Configurations configurations() {
        return store().configurations();
    }

    private Optional<String> text(PracticeId practice, long version) {
        return configurations().find(practice, version).map(Json::text);
    }

    private static JsonNode document(String name) {
        return Json.object().put("name", name).put("mails", 200).put("none", (String) null).node();
    }
}
