package io.leadmap.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.json.Json;
import io.leadmap.testkit.SamplePractices;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Subjects that administrators enter for people (API contract, Authorization). */
class EnteredSubjectTest {

    private static Practice of(Person... people) {
        return SamplePractices.of(new PracticeId("bright")).edit().people(List.of(people)).done();
    }

    /** Anna is whom the sample's form gives its leads to. */
    private static Person person(String id, @Nullable String subject) {
        return new Person(id, id, id + "@example.com", id, "", Set.of(Role.AGENT), true)
                .withSubject(subject);
    }

    private static List<String> wrong(Practice practice) {
        return switch (ConfigurationJson.read(
                ConfigurationJson.write(practice), practice.version())) {
            case ConfigurationJson.Result.Read(Practice read) -> {
                assertThat(read).isEqualTo(practice);
                yield List.of();
            }
            case ConfigurationJson.Result.Wrong(List<FieldError> errors) ->
                    errors.stream().map(FieldError::field).toList();
        };
    }

    /** The subjects of these people, in the version that follows another. */
    private static List<Optional<String>> subjects(Practice stored, Person... wanted) {
        return Documents.successor(Optional.of(stored), of(wanted), 2).people().stream()
                .map(person -> Optional.ofNullable(person.subject()))
                .toList();
    }

    @SafeVarargs
    private static <T> List<Optional<T>> these(@Nullable T... subjects) {
        return Arrays.stream(subjects).map(Optional::ofNullable).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth0|5f7c8ec7c33c6c004bbafe82",
                "00u2yulup4eWbOttd1t7",
                "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ",
                "samlp|north|ava thompson",
                "ava@example.com",
                "1",
            })
    void subjects_as_identity_providers_make_them_can_be_entered(String subject) {
        assertThat(wrong(of(person("anna", subject)))).isEmpty();
        assertThat(wrong(of(person("anna", null)))).isEmpty();
    }

    @Test
    void a_subject_has_255_characters_at_most() {
        assertThat(wrong(of(person("anna", "a".repeat(255))))).isEmpty();
        assertThat(wrong(of(person("anna", "a".repeat(256))))).containsExactly("people[0].subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " auth0|5f7c", "auth0|5f7c ", "auth0|\u00e9", "auth0|\u200b5"})
    void what_no_token_can_hold_is_refused(String subject) {
        assertThat(wrong(of(person("anna", subject)))).containsExactly("people[0].subject");
    }

    @Test
    void a_subject_must_be_a_text() throws Exception {
        String text = Json.text(ConfigurationJson.write(of(person("anna", "1"))));
        JsonNode number = Json.read(text.replace("\"subject\":\"1\"", "\"subject\":1"));

        assertThat(ConfigurationJson.read(number, 1))
                .isInstanceOfSatisfying(
                        ConfigurationJson.Result.Wrong.class,
                        wrong ->
                                assertThat(wrong.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly("people[0].subject"));
    }

    @Test
    void no_two_people_have_the_same_subject_even_if_one_has_left() {
        Person gone =
                new Person("gone", "Gone", "g@example.com", "", "", Set.of(Role.AGENT), false)
                        .withSubject("auth0|1");

        assertThat(wrong(of(gone, person("anna", "auth0|1")))).containsExactly("people[1].subject");
        assertThat(wrong(of(gone, person("anna", "AUTH0|1")))).isEmpty();
    }

    @Test
    void colleagues_do_not_see_whom_tokens_speak_for() {
        Practice practice = of(person("anna", "auth0|1"));

        assertThat(Json.text(new PersonDocument().shown(practice).getFirst().json()))
                .contains("anna")
                .doesNotContain("subject")
                .doesNotContain("auth0");
    }

    @Test
    void a_document_without_subjects_keeps_those_that_are_known() {
        Practice stored = of(person("anna", "auth0|1"), person("noah", null));

        assertThat(subjects(stored, person("anna", null), person("noah", null)))
                .isEqualTo(these("auth0|1", null));
        assertThat(subjects(stored, person("anna", "auth0|2"), person("noah", null)))
                .isEqualTo(these("auth0|2", null));
    }

    @Test
    void whoever_is_given_a_subject_takes_it_from_whoever_had_it() {
        Practice stored = of(person("anna", "auth0|1"), person("noah", null));
        Person noah = person("noah", "auth0|1");

        assertThat(subjects(stored, person("anna", null), noah)).isEqualTo(these(null, "auth0|1"));
        assertThat(
                        wrong(
                                Documents.successor(
                                        Optional.of(stored), of(person("anna", null), noah), 2)))
                .isEmpty();
    }

    @Test
    void whoever_was_left_out_once_comes_back_without_the_subject() {
        Practice without =
                Documents.successor(
                        Optional.of(of(person("anna", "auth0|1"), person("noah", "auth0|2"))),
                        of(person("anna", null)),
                        2);

        assertThat(subjects(without, person("anna", null), person("noah", null)))
                .isEqualTo(these("auth0|1", null));
    }
}
