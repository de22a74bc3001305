package io.leadmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.domain.practice.Bindings;
import io.leadmap.domain.practice.Bindings.Binding;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.lambda.Authorisation.Outcome;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.SignIns;
import io.leadmap.ports.Unavailable;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.SamplePractices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Who calls, by the claims of a token that the HTTP API has verified. */
class AuthorisationTest {

    private static final PracticeId NORTH = new PracticeId("north");
    private static final PracticeId SOUTH = new PracticeId("south");
    private static final String SUBJECT = "auth0|5f7c8ec7";
    private static final String OTHER = "google-oauth2|1032";

    private final InMemoryStore store = new InMemoryStore(InstantSource.system());
    private final Authorisation authorisation = over(store.signIns());

    AuthorisationTest() {
        store.practices().store(withoutSubjects(NORTH), 0);
        store.practices().store(withoutSubjects(SOUTH), 0);
    }

    /** Anna, an agent, and Adam, an administrator, whose emails are their ids at example.com. */
    private static Practice withoutSubjects(PracticeId id) {
        Practice sample = SamplePractices.of(id);
        return sample.edit()
                .people(sample.people().stream().map(person -> person.withSubject(null)).toList())
                .done();
    }

    private Authorisation over(SignIns signIns) {
        return new Authorisation(ClaimNames.USUAL, store.practices(), signIns, Backoff.NONE);
    }

    private static Map<String, String> token(PracticeId practice, String subject, String... more) {
        Map<String, String> claims = new HashMap<>();
        claims.put("practice", practice.value());
        claims.put("sub", subject);
        for (int i = 0; i < more.length; i += 2) {
            claims.put(more[i], more[i + 1]);
        }
        return claims;
    }

    private static Map<String, String> annas(PracticeId practice, String subject) {
        return token(practice, subject, "email", "Anna@Example.com", "email_verified", "true");
    }

    private static String person(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Known(Caller caller) -> caller.practiceId() + " " + caller.person().id();
            case Outcome.Stranger(String subject) -> "stranger " + subject;
            case Outcome.Nobody() -> "nobody";
        };
    }

    private static Set<Role> roles(Outcome outcome) {
        return outcome instanceof Outcome.Known(Caller caller) ? caller.roles() : Set.of();
    }

    @Test
    void whoever_has_signed_in_by_email_is_known_by_the_subject_from_then_on() {
        assertThat(person(authorisation.caller(token(NORTH, SUBJECT))))
                .isEqualTo("stranger " + SUBJECT);
        assertThat(person(authorisation.caller(annas(NORTH, SUBJECT)))).isEqualTo("north anna");
        assertThat(person(authorisation.caller(token(NORTH, SUBJECT)))).isEqualTo("north anna");
        assertThat(store.signIns().of(NORTH).revision()).isEqualTo(1);
    }

    @Test
    void whoever_is_bound_in_one_practice_is_a_stranger_to_another() {
        authorisation.caller(annas(NORTH, SUBJECT));

        assertThat(person(authorisation.caller(token(SOUTH, SUBJECT))))
                .isEqualTo("stranger " + SUBJECT);
        assertThat(store.signIns().of(SOUTH)).isEqualTo(Bindings.NONE);
    }

    @Test
    void nobody_signs_in_by_their_id() {
        assertThat(person(authorisation.caller(token(NORTH, "anna")))).isEqualTo("stranger anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "", "1", "null", "[true]"})
    void an_email_counts_only_if_the_token_says_that_it_is_verified(String verified) {
        assertThat(
                        person(
                                authorisation.caller(
                                        token(
                                                NORTH,
                                                SUBJECT,
                                                "email",
                                                "anna@example.com",
                                                "email_verified",
                                                verified))))
                .isEqualTo("stranger " + SUBJECT);
        assertThat(person(authorisation.caller(token(NORTH, SUBJECT, "email", "anna@example.com"))))
                .isEqualTo("stranger " + SUBJECT);
        assertThat(person(authorisation.caller(token(NORTH, SUBJECT, "email_verified", "true"))))
                .isEqualTo("stranger " + SUBJECT);
    }

    @Test
    void a_token_that_names_no_practice_or_nobody_is_nobodys() {
        assertThat(authorisation.caller(Map.of())).isEqualTo(new Outcome.Nobody());
        assertThat(authorisation.caller(Map.of("sub", SUBJECT))).isEqualTo(new Outcome.Nobody());
        assertThat(authorisation.caller(Map.of("practice", "north")))
                .isEqualTo(new Outcome.Nobody());
        assertThat(authorisation.caller(token(NORTH, " "))).isEqualTo(new Outcome.Nobody());
        assertThat(authorisation.caller(annas(new PracticeId("east"), SUBJECT)))
                .isEqualTo(new Outcome.Nobody());
        assertThat(authorisation.caller(Map.of("practice", "[north south]", "sub", SUBJECT)))
                .isEqualTo(new Outcome.Nobody());
    }

    @Test
    void a_list_of_one_practice_names_it() {
        Map<String, String> token = annas(NORTH, SUBJECT);
        token.put("practice", "[north]");

        assertThat(person(authorisation.caller(token))).isEqualTo("north anna");
    }

    @Test
    void of_two_accounts_that_sign_in_first_at_once_one_is_the_person() {
        Authorisation late =
                over(
                        faster(
                                1,
                                (practice, bindings) ->
                                        bindings.with("anna", new Binding(OTHER, 0))));

        assertThat(person(late.caller(annas(NORTH, SUBJECT)))).isEqualTo("stranger " + SUBJECT);
        assertThat(person(authorisation.caller(token(NORTH, OTHER)))).isEqualTo("north anna");
    }

    @Test
    void two_first_calls_of_one_person_at_once_are_the_same_person_s() {
        Authorisation late =
                over(
                        faster(
                                1,
                                (practice, bindings) ->
                                        bindings.with("anna", new Binding(SUBJECT, 0))));

        assertThat(person(late.caller(annas(NORTH, SUBJECT)))).isEqualTo("north anna");
        assertThat(store.signIns().of(NORTH).revision()).isEqualTo(1);
    }

    @Test
    void two_people_who_sign_in_first_at_once_are_both_known() {
        Authorisation late =
                over(
                        faster(
                                1,
                                (practice, bindings) ->
                                        bindings.with("adam", new Binding(OTHER, 0))));

        assertThat(person(late.caller(annas(NORTH, SUBJECT)))).isEqualTo("north anna");
        assertThat(person(authorisation.caller(token(NORTH, OTHER)))).isEqualTo("north adam");
        assertThat(store.signIns().of(NORTH).revision()).isEqualTo(2);
    }

    @Test
    void whoever_is_always_too_late_is_asked_to_come_again() {
        Authorisation late =
                over(
                        faster(
                                9,
                                (practice, bindings) ->
                                        bindings.with(
                                                "p" + bindings.revision(),
                                                new Binding("s" + bindings.revision(), 0))));

        assertThatThrownBy(() -> late.caller(annas(NORTH, SUBJECT)))
                .isInstanceOf(Unavailable.class);
    }

    /** Sign-ins that somebody else changes before each of the first so many is stored. */
    private SignIns faster(int times, BiFunction<PracticeId, Bindings, Bindings> change) {
        SignIns stored = store.signIns();
        return new SignIns() {
            private int left = times;

            @Override
            public Bindings of(PracticeId practice) {
                return stored.of(practice);
            }

            @Override
            public boolean store(PracticeId practice, Bindings bindings) {
                if (left-- > 0) {
                    stored.store(practice, change.apply(practice, stored.of(practice)));
                }
                return stored.store(practice, bindings);
            }
        };
    }

    @Test
    void without_a_claim_of_roles_the_configuration_decides() {
        assertThat(roles(authorisation.caller(annas(NORTH, SUBJECT)))).containsExactly(Role.AGENT);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "[agent] | AGENT",
                "[agent administrator] | AGENT",
                "[Everyone agent us-east-1_Google] | AGENT",
                "agent | AGENT",
                "'agent,provider' | AGENT",
                "[administrator] | ''",
                "[leadmap-agents] | ''",
                "[Agent] | ''",
                "[agents] | ''",
                "[] | ''",
                "'' | ''",
                "<nil> | ''",
            },
            delimiter = '|')
    void a_claim_of_roles_narrows_them_and_never_widens_them(String claim, String allowed) {
        Map<String, String> token = annas(NORTH, SUBJECT);
        token.put("roles", claim);

        Outcome outcome = authorisation.caller(token);

        assertThat(person(outcome)).isEqualTo("north anna");
        assertThat(roles(outcome).toString()).isEqualTo("[" + allowed + "]");
    }

    @Test
    void whoever_is_deactivated_has_no_role_from_the_next_call_on() {
        authorisation.caller(annas(NORTH, SUBJECT));
        Practice first = store.practices().find(NORTH).orElseThrow();
        store.practices()
                .store(
                        first.edit()
                                .version(2)
                                .people(
                                        List.of(
                                                SamplePractice.deactivated(
                                                        first.person("anna").orElseThrow())))
                                .done(),
                        1);

        Outcome outcome = authorisation.caller(annas(NORTH, SUBJECT));

        assertThat(person(outcome)).isEqualTo("north anna");
        assertThat(roles(outcome)).isEmpty();
    }

    @Test
    void the_stack_names_the_claims() {
        ClaimNames names =
                ClaimNames.of(
                        new Environment(
                                Map.of(
                                        "PRACTICE_CLAIM",
                                        "https://example.com/practice",
                                        "ROLES_CLAIM",
                                        "cognito:groups")));
        Authorisation named =
                new Authorisation(names, store.practices(), store.signIns(), Backoff.NONE);
        Map<String, String> token = annas(SOUTH, SUBJECT);
        assertThat(named.caller(token)).isEqualTo(new Outcome.Nobody());
        token.put("https://example.com/practice", "north");
        token.put("roles", "[agent]");
        token.put("cognito:groups", "[provider]");

        Outcome outcome = named.caller(token);

        assertThat(person(outcome)).isEqualTo("north anna");
        assertThat(roles(outcome)).isEmpty();
        assertThat(ClaimNames.of(new Environment(Map.of()))).isEqualTo(ClaimNames.USUAL);
    }

    @Test
    void whoever_is_entered_asks_no_binding() {
        Practice first = store.practices().find(NORTH).orElseThrow();
        store.practices()
                .store(
                        first.edit()
                                .version(2)
                                .people(
                                        first.people().stream()
                                                .map(person ->
                                                        person.withSubject("oidc|" + person.id()))
                                                .toList())
                                .done(),
                        1);
        Authorisation blind =
                over(
                        new SignIns() {
                            @Override
                            public Bindings of(PracticeId practice) {
                                throw new AssertionError("nobody asked");
                            }

                            @Override
                            public boolean store(PracticeId practice, Bindings bindings) {
                                throw new AssertionError("nobody asked");
                            }
                        });

        assertThat(person(blind.caller(token(NORTH, "oidc|adam")))).isEqualTo("north adam");
    }
}
