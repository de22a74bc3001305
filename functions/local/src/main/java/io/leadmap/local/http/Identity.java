package io.leadmap.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import io.leadmap.demonstration.DemonstrationPractices.Person;
import io.leadmap.local.data.DataFolder;
import io.leadmap.template.Route.Authorizer;

import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Signs tokens for the demonstration's people and verifies them as API Gateway's JWT authorizer
 * does, which takes RSA signatures only. Tokens that anybody asks for live 15 minutes by the
 * runner's clock.
 */
public final class Identity {
    /** The issuer that tokens name; the template's parameter JwtIssuer is given it. */
    public static final String ISSUER = "https://identity.leadmap.example";

    /** The audience that tokens name. */
    public static final String AUDIENCE = "leadmap";

    /** What the subjects of tokens begin with, as those of identity providers do. */
    private static final String SUBJECTS = "local|";

    private static final String DOCUMENT = "identity";
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Made while the runner goes on starting, for it takes seconds. */
    private final CompletableFuture<RSAKey> key;

    private final InstantSource clock;

    /** The signing key is kept in the data folder. */
    public Identity(DataFolder data, InstantSource clock) {
        this.clock = clock;
        this.key =
                CompletableFuture.supplyAsync(() ->
                        data.read(DOCUMENT).map(Identity::parse).orElseGet(() -> generate(data)));
    }

    private static RSAKey parse(JsonNode document) {
        try {
            return RSAKey.parse(document.toString());
        } catch (ParseException e) {
            throw new IllegalStateException("the data folder's identity.json is damaged", e);
        }
    }

    private static RSAKey generate(DataFolder data) {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
            data.write(DOCUMENT, JSON.readTree(key.toJSONString()));
            return key;
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException("cannot make a signing key", e);
        }
    }

    /** A token for a person of a practice. */
    public String token(String practice, Person person) {
        Instant now = clock.instant();
        return signed(
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject(SUBJECTS + person.id())
                        .claim("email", person.email())
                        .claim("email_verified", true)
                        .claim("practice", practice)
                        .claim("roles", person.roles())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build());
    }

    /** A token that says just this. */
    public String signed(JWTClaimsSet claims) {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID(key.join().getKeyID())
                                .build(),
                        claims);
        try {
            token.sign(new RSASSASigner(key.join()));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
        return token.serialize();
    }

    /**
     * The claims of a token as API Gateway renders them: every value a string, an array as {@code
     * [a b]}; nothing when the token is not good.
     */
    Optional<Map<String, String>> verify(String authorization, Authorizer authorizer) {
        String token =
                authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                        ? authorization.substring(7).strip()
                        : authorization.strip();
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                    || !jwt.verify(new RSASSAVerifier(key.join()))
                    || !isMeant(jwt.getJWTClaimsSet(), authorizer)) {
                return Optional.empty();
            }
            Map<String, String> claims = new LinkedHashMap<>();
            jwt.getPayload()
                    .toJSONObject()
                    .forEach((name, value) -> claims.put(name, render(value)));
            return Optional.of(claims);
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean isMeant(JWTClaimsSet claims, Authorizer authorizer) {
        Instant now = clock.instant();
        return authorizer.issuer().equals(claims.getIssuer())
                && audiences(claims).stream().anyMatch(authorizer.audiences()::contains)
                && claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant())
                && (claims.getNotBeforeTime() == null
                        || !now.isBefore(claims.getNotBeforeTime().toInstant()))
                && (claims.getIssueTime() == null
                        || !now.isBefore(claims.getIssueTime().toInstant()));
    }

    /**
     * The client's id stands for the audience of a token that has none (Cognito's access tokens).
     */
    private static List<String> audiences(JWTClaimsSet claims) {
        return claims.getAudience().isEmpty()
                        && claims.getClaim("client_id") instanceof String client
                ? List.of(client)
                : claims.getAudience();
    }

    private static String render(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"))
                : String.valueOf(value);
    }
}
