package io.leadmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.lambda.Authorisation.Outcome;
import io.leadmap.ports.Backoff;
import io.leadmap.testkit.InMemoryStore;
import io.leadmap.testkit.SamplePractices;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tokens as identity providers make them (their documentation, November 2026), with the claims that
 * only Leadmap needs added in the way that each of them offers. The HTTP API's authorizer takes ID
 * tokens and access tokens alike, whose audience it knows: {@code aud}, or {@code client_id} where
 * there is no {@code aud}.
 */
class ProviderTokensTest {

    private static final String AUTH0 =
            """
            {"https://example.com/practice": "north", "https://example.com/roles": ["agent"],
             "nickname": "anna", "name": "Anna", "email": "anna@example.com", "email_verified": true,
             "iss": "https://north.eu.auth0.com/", "aud": "Xn3q", "iat": 1772184600, "exp": 1772220600,
             "sub": "auth0|5f7c8ec7c33c6c004bbafe82", "sid": "QM5D"}
            """;

    /** Of an API: it has the custom claims and no email. */
    private static final String AUTH0_ACCESS =
            """
            {"https://example.com/practice": "north", "https://example.com/roles": ["agent"],
             "iss": "https://north.eu.auth0.com/", "sub": "auth0|5f7c8ec7c33c6c004bbafe82",
             "aud": ["leadmap", "https://north.eu.auth0.com/userinfo"], "iat": 1772184600,
             "exp": 1772220600, "scope": "openid profile email", "azp": "Xn3q", "permissions": []}
            """;

    private static final String OKTA =
            """
            {"sub": "00u2yulup4eWbOttd1t7", "name": "Anna", "email": "anna@example.com", "ver": 1,
             "email_verified": true, "iss": "https://north.okta.com/oauth2/default", "aud": "0oa2yr",
             "iat": 1772184600, "exp": 1772188200, "jti": "ID.Aryj4", "amr": ["pwd", "mfa"],
             "idp": "00o1zy", "preferred_username": "anna@example.com", "practice": "north",
             "groups": ["Everyone", "agent"]}
            """;

    /** Its sub is the name to sign in with, not that of the same person's ID token. */
    private static final String OKTA_ACCESS =
            """
            {"ver": 1, "jti": "AT.MNAo", "iss": "https://north.okta.com/oauth2/default",
             "aud": "api://default", "iat": 1772184600, "exp": 1772188200, "cid": "0oa2yr",
             "uid": "00u2yulup4eWbOttd1t7", "scp": ["openid", "email"], "sub": "anna@example.com",
             "practice": "north", "groups": ["Everyone", "agent"]}
            """;

    /** Vouches for no email; xms_edov speaks of the domain's owner. */
    private static final String ENTRA =
            """
            {"aud": "6cb04018-a3f5-46a7-b995-940c78f5aef3", "exp": 1772188200, "iat": 1772184600,
             "iss": "https://login.microsoftonline.com/9122040d-6c67-4c5b-b112-36a304b66dad/v2.0",
             "name": "Anna", "email": "anna@example.com", "xms_edov": true,
             "preferred_username": "anna@example.com", "oid": "690222be-ff1a-4d56-abd1-7e4f7d38e474",
             "roles": ["agent"], "sub": "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ",
             "tid": "9122040d-6c67-4c5b-b112-36a304b66dad", "ver": "2.0", "extn.practice": "north"}
            """;

    private static final String COGNITO =
            """
            {"sub": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "cognito:groups": ["agent", "night-shift"],
             "email_verified": true, "iss": "https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_x",
             "cognito:username": "anna", "custom:practice": "north", "aud": "4u5v6",
             "token_use": "id", "auth_time": 1772184600, "exp": 1772188200, "iat": 1772184600,
             "email": "anna@example.com"}
            """;

    /** Has neither the audience nor an attribute of its own. */
    private static final String COGNITO_ACCESS =
            """
            {"sub": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "cognito:groups": ["agent"],
             "iss": "https://cognito-idp.eu-west-2.amazonaws.com/eu-west-2_x", "client_id": "4u5v6",
             "token_use": "access", "scope": "openid email", "auth_time": 1772184600,
             "exp": 1772188200, "iat": 1772184600, "username": "anna"}
            """;

    private static final PracticeId NORTH = new PracticeId("north");

    private final InMemoryStore store = new InMemoryStore(InstantSource.system());

    ProviderTokensTest() {
        store.practices().store(people(1, null), 0);
    }

    /** Anna is an agent and anna@example.com. */
    private static Practice people(long version, @Nullable String subject) {
        Practice sample = SamplePractices.of(NORTH);
        return sample.edit()
                .version(version)
                .people(
                        sample.people().stream()
                                .map(p -> p.withSubject(p.id().equals("anna") ? subject : null))
                                .toList())
                .done();
    }

    private Outcome caller(ClaimNames names, String token) throws Exception {
        return new Authorisation(names, store.practices(), store.signIns(), Backoff.NONE)
                .caller(claims(token));
    }

    /** As a function is given them: every value a text, a list as {@code [a b]}. */
    private static Map<String, String> claims(String token) throws Exception {
        JsonObject rendered = Json.object();
        for (Map.Entry<String, JsonNode> claim : Json.read(token).entries()) {
            rendered.put(claim.getKey(), rendered(claim.getValue()));
        }
        JsonNode event =
                Json.object()
                        .put("routeKey", "GET /me")
                        .put(
                                "requestContext",
                                Json.object()
                                        .put(
                                                "authorizer",
                                                Json.object()
                                                        .put(
                                                                "jwt",
                                                                Json.object()
                                                                        .put("claims", rendered))))
                        .node();
        return HttpEvents.request(event).orElseThrow().claims();
    }

    private static String rendered(JsonNode value) {
        if (!value.isArray()) {
            return value.coerceStringValue();
        }
        List<String> elements = new ArrayList<>();
        value.values().forEach(element -> elements.add(element.getStringValue()));
        return "[" + String.join(" ", elements) + "]";
    }

    private static void isAnnaTheAgent(Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Known.class,
                        known -> {
                            assertThat(known.caller().person().id()).isEqualTo("anna");
                            assertThat(known.caller().roles()).containsExactly(Role.AGENT);
                        });
    }

    @Test
    void auth0_names_claims_by_a_namespace_and_its_access_token_follows_the_id_token()
            throws Exception {
        ClaimNames names =
                new ClaimNames("https://example.com/practice", "https://example.com/roles");

        assertThat(caller(names, AUTH0_ACCESS))
                .isEqualTo(new Outcome.Stranger("auth0|5f7c8ec7c33c6c004bbafe82"));
        isAnnaTheAgent(caller(names, AUTH0));
        isAnnaTheAgent(caller(names, AUTH0_ACCESS));
        assertThat(caller(ClaimNames.USUAL, AUTH0)).isEqualTo(new Outcome.Nobody());
    }

    @Test
    void okta_sends_groups_and_its_access_token_speaks_of_another_subject() throws Exception {
        ClaimNames names = new ClaimNames("practice", "groups");

        isAnnaTheAgent(caller(names, OKTA));
        assertThat(caller(names, OKTA_ACCESS)).isEqualTo(new Outcome.Stranger("anna@example.com"));
    }

    @Test
    void entra_vouches_for_no_email_so_the_subject_is_entered() throws Exception {
        ClaimNames names = new ClaimNames("extn.practice", "roles");
        String subject = "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ";
        assertThat(caller(names, ENTRA)).isEqualTo(new Outcome.Stranger(subject));

        store.practices().store(people(2, subject), 1);

        isAnnaTheAgent(caller(names, ENTRA));
    }

    @Test
    void cognito_knows_the_practice_in_the_id_token_alone() throws Exception {
        ClaimNames names = new ClaimNames("custom:practice", "cognito:groups");

        isAnnaTheAgent(caller(names, COGNITO));
        assertThat(caller(names, COGNITO_ACCESS)).isEqualTo(new Outcome.Nobody());
    }
}
