package io.leadmap.domain.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.practice.Bindings.Binding;
import io.leadmap.domain.practice.SignIn.Outcome;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which person a token speaks for (API contract, Authorization). */
class SignInTest {

    private static final String SUBJECT = "auth0|5f7c8ec7";
    private static final String OTHER = "google-oauth2|1032";
    private static final Person AVA = person("ava", "ava@bright.example", 3);
    private static final Person MEI = person("mei", "mei@bright.example", 1);
    private static final Bindings BOUND = new Bindings(1, Map.of("ava", new Binding(SUBJECT, 3)));

    private static Person person(String id, String email, long since) {
        return new Person(id, id, email, id, "", Set.of(Role.AGENT), true, since, null);
    }

    private static Person deactivated(Person p) {
        return new Person(
                p.id(),
                p.name(),
                p.email(),
                p.alias(),
                p.signature(),
                p.roles(),
                false,
                p.activeSince(),
                p.subject());
    }

    private static Outcome signsIn(
            String subject, @Nullable String email, Bindings bindings, Person... people) {
        return new SignIn(subject, email)
                .in(SamplePractice.PRACTICE.edit().people(List.of(people)).done(), bindings);
    }

    private static Outcome bound(Person person, Binding binding, Bindings before) {
        return new Outcome.First(person, before.with(person.id(), binding));
    }

    @Test
    void whoever_is_entered_is_known_by_the_subject_alone() {
        Person entered = AVA.withSubject(SUBJECT);

        assertThat(signsIn(SUBJECT, null, Bindings.NONE, MEI, entered))
                .isEqualTo(new Outcome.Known(entered));
        assertThat(signsIn(SUBJECT, MEI.email(), Bindings.NONE, MEI, entered))
                .isEqualTo(new Outcome.Known(entered));
        assertThat(signsIn(SUBJECT.toUpperCase(java.util.Locale.ROOT), null, BOUND, MEI, entered))
                .isEqualTo(new Outcome.Unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ava@bright.example", " AVA@Bright.Example ", "Ava@BRIGHT.example"})
    void the_email_of_one_active_person_binds_them_however_it_is_written(String email) {
        assertThat(signsIn(SUBJECT, email, Bindings.NONE, MEI, AVA))
                .isEqualTo(bound(AVA, new Binding(SUBJECT, 3), Bindings.NONE));
    }

    @Test
    void a_domain_is_compared_by_its_a_label() {
        Person zoe = person("zoe", "zoe@Bücher.example", 1);

        assertThat(signsIn(SUBJECT, "zoe@xn--bcher-kva.example", Bindings.NONE, zoe))
                .isEqualTo(bound(zoe, new Binding(SUBJECT, 1), Bindings.NONE));
    }

    @Test
    void an_address_that_nobody_vouches_for_binds_nobody() {
        assertThat(signsIn(SUBJECT, null, Bindings.NONE, AVA)).isEqualTo(new Outcome.Unknown());
        assertThat(signsIn(SUBJECT, "", Bindings.NONE, AVA)).isEqualTo(new Outcome.Unknown());
        assertThat(signsIn(SUBJECT, "eve@bright.example", Bindings.NONE, AVA))
                .isEqualTo(new Outcome.Unknown());
    }

    @Test
    void two_who_share_an_email_are_not_told_apart_by_it() {
        Person desk = person("desk", "AVA@bright.example", 1);

        assertThat(signsIn(SUBJECT, AVA.email(), Bindings.NONE, AVA, desk))
                .isEqualTo(new Outcome.Unknown());
        assertThat(signsIn(SUBJECT, AVA.email(), Bindings.NONE, AVA.withSubject(OTHER), desk))
                .isEqualTo(new Outcome.Unknown());
        assertThat(signsIn(SUBJECT, AVA.email(), Bindings.NONE, deactivated(AVA), desk))
                .isEqualTo(bound(desk, new Binding(SUBJECT, 1), Bindings.NONE));
    }

    @Test
    void nobody_who_was_deactivated_is_bound_and_whoever_was_bound_stays_known() {
        assertThat(signsIn(SUBJECT, AVA.email(), Bindings.NONE, deactivated(AVA)))
                .isEqualTo(new Outcome.Unknown());
        assertThat(signsIn(SUBJECT, null, BOUND, deactivated(AVA)))
                .isEqualTo(new Outcome.Known(deactivated(AVA)));
    }

    @Test
    void whoever_is_bound_is_known_whatever_becomes_of_the_email() {
        Person married = person("ava", "ava.lee@bright.example", 3);
        Person heir = person("noah", AVA.email(), 4);

        assertThat(signsIn(SUBJECT, AVA.email(), BOUND, married, heir))
                .isEqualTo(new Outcome.Known(married));
        assertThat(signsIn(SUBJECT, null, BOUND, AVA)).isEqualTo(new Outcome.Known(AVA));
        assertThat(signsIn(OTHER, AVA.email(), BOUND, married, heir))
                .isEqualTo(bound(heir, new Binding(OTHER, 4), BOUND));
    }

    @Test
    void whoever_is_bound_is_not_bound_to_another_subject_by_itself() {
        assertThat(signsIn(OTHER, AVA.email(), BOUND, AVA)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void a_subject_that_is_bound_goes_to_nobody_else_by_itself() {
        assertThat(signsIn(SUBJECT, MEI.email(), BOUND, MEI)).isEqualTo(new Outcome.Unknown());
        assertThat(signsIn(SUBJECT, MEI.email(), BOUND, AVA, MEI))
                .isEqualTo(new Outcome.Known(AVA));
    }

    @Test
    void a_subject_that_is_entered_counts_before_any_binding() {
        Person entered = AVA.withSubject(OTHER);
        Person given = MEI.withSubject(SUBJECT);

        assertThat(signsIn(SUBJECT, AVA.email(), BOUND, entered, MEI))
                .isEqualTo(new Outcome.Unknown());
        assertThat(signsIn(OTHER, null, BOUND, entered)).isEqualTo(new Outcome.Known(entered));
        assertThat(signsIn(SUBJECT, AVA.email(), BOUND, AVA, given))
                .isEqualTo(new Outcome.Known(given));
    }

    @Test
    void whoever_comes_back_under_an_id_shows_again_that_the_email_is_theirs() {
        Person again = person("ava", AVA.email(), 9);
        Person namesake = person("ava", "ava.jones@bright.example", 9);

        assertThat(signsIn(SUBJECT, null, BOUND, again)).isEqualTo(new Outcome.Unknown());
        assertThat(signsIn(SUBJECT, AVA.email(), BOUND, again))
                .isEqualTo(bound(again, new Binding(SUBJECT, 9), BOUND));
        assertThat(signsIn(SUBJECT, AVA.email(), BOUND, namesake)).isEqualTo(new Outcome.Unknown());
        assertThat(signsIn(OTHER, namesake.email(), BOUND, namesake))
                .isEqualTo(new Outcome.Unknown());
        assertThat(signsIn(SUBJECT, AVA.email(), BOUND, MEI)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void nothing_of_whom_a_token_speaks_for_is_written_by_accident() {
        assertThat(new SignIn(SUBJECT, AVA.email()).toString())
                .doesNotContain(SUBJECT)
                .doesNotContain(AVA.email());
        assertThat(BOUND.toString()).doesNotContain(SUBJECT);
    }
}
