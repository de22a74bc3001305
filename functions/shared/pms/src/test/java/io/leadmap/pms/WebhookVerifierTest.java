package io.leadmap.pms;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadmap.pms.SignatureScheme.Encoding;
import io.leadmap.pms.SignatureScheme.KeyForm;
import io.leadmap.pms.SignatureScheme.Place;
import io.leadmap.pms.WebhookVerifier.Webhook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Signatures of webhooks; the standard vector is the one that Standard Webhooks publishes. */
class WebhookVerifierTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER_SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long SENT = 1614265330;
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant NOW = Instant.ofEpochSecond(SENT);

    private final WebhookVerifier standard = new WebhookVerifier(SignatureScheme.STANDARD);

    @Test
    void the_published_vector_of_standard_webhooks_is_genuine() {
        assertThat(genuine(headers(), BODY, List.of(SECRET), NOW)).isTrue();
    }

    @Test
    void a_secret_may_come_without_its_prefix() {
        assertThat(genuine(headers(), BODY, List.of(SECRET.substring(6)), NOW)).isTrue();
    }

    @Test
    void header_names_come_in_any_case() {
        Map<String, String> headers =
                Map.of(
                        "Webhook-Id",
                        ID,
                        "WEBHOOK-TIMESTAMP",
                        "" + SENT,
                        "wEbHoOk-SiGnAtUrE",
                        SIGNATURE);
        assertThat(genuine(headers, BODY, List.of(SECRET), NOW)).isTrue();
    }

    @Test
    void one_good_signature_in_a_list_is_enough() {
        Map<String, String> headers =
                headers("webhook-signature", "v1,bm90IHRoaXM= v1a,abc " + SIGNATURE + " v2,x");
        assertThat(genuine(headers, BODY, List.of(SECRET), NOW)).isTrue();
    }

    @Test
    void either_of_two_live_secrets_verifies() {
        assertThat(genuine(headers(), BODY, List.of(OTHER_SECRET, SECRET), NOW)).isTrue();
        assertThat(genuine(headers(), BODY, List.of(SECRET, OTHER_SECRET), NOW)).isTrue();
    }

    @Test
    void an_old_secret_after_its_rotation_does_not_verify() {
        assertThat(genuine(headers(), BODY, List.of(OTHER_SECRET), NOW)).isFalse();
    }

    @Test
    void a_tampered_body_is_refused() {
        assertThat(genuine(headers(), BODY.replace('3', '4'), List.of(SECRET), NOW)).isFalse();
    }

    @Test
    void another_id_or_time_than_was_signed_is_refused() {
        assertThat(genuine(headers("webhook-id", ID + "x"), BODY, List.of(SECRET), NOW)).isFalse();
        assertThat(
                        genuine(
                                headers("webhook-timestamp", "" + (SENT + 1)),
                                BODY,
                                List.of(SECRET),
                                NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void without_any_of_the_three_headers_it_is_refused(String missing) {
        Map<String, String> headers = new TreeMap<>(headers());
        headers.remove(missing);
        assertThat(genuine(headers, BODY, List.of(SECRET), NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,",
                "v1, ",
                "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
            })
    void a_signature_of_another_version_or_none_is_refused(String signature) {
        assertThat(genuine(headers("webhook-signature", signature), BODY, List.of(SECRET), NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, 0, 300})
    void clocks_may_be_apart_by_five_minutes_either_way(long seconds) {
        assertThat(genuine(headers(), BODY, List.of(SECRET), NOW.plusSeconds(seconds))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void a_webhook_sent_longer_ago_or_in_the_future_is_refused(long seconds) {
        assertThat(genuine(headers(), BODY, List.of(SECRET), NOW.plusSeconds(seconds))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1614265330", "1614265330.5", "99999999999999999999"})
    void a_time_that_is_no_number_of_seconds_is_refused(String time) {
        assertThat(genuine(headers("webhook-timestamp", time), BODY, List.of(SECRET), NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "whsec_%%%"})
    void an_empty_short_or_garbled_secret_verifies_nothing(String secret) {
        assertThat(genuine(headers(), BODY, List.of(secret), NOW)).isFalse();
    }

    @Test
    void without_a_secret_nothing_is_genuine() {
        assertThat(genuine(headers(), BODY, List.of(), NOW)).isFalse();
    }

    @Test
    void a_scheme_that_signs_the_address_and_no_time_is_only_other_data() {
        // the vector that Square publishes
        SignatureScheme square =
                new SignatureScheme(
                        Place.header("x-square-hmacsha256-signature"),
                        Encoding.BASE64,
                        Optional.empty(),
                        Optional.empty(),
                        "{url}{body}",
                        Optional.empty(),
                        KeyForm.TEXT);
        Webhook webhook =
                new Webhook(
                        Map.of(
                                "X-Square-HmacSha256-Signature",
                                "2kRE5qRU2tR+tBGlDwMEw2avJ7QM4ikPYD/PJ3bd9Og="),
                        "https://example.com/webhook",
                        "{\"hello\":\"world\"}".getBytes(UTF_8));
        assertThat(new WebhookVerifier(square).isGenuine(webhook, List.of("asdf1234"), NOW))
                .isTrue();
        assertThat(new WebhookVerifier(square).isGenuine(webhook, List.of("asdf1235"), NOW))
                .isFalse();
    }

    @Test
    void a_scheme_with_time_and_signature_in_one_header_is_only_other_data() {
        SignatureScheme pairs =
                new SignatureScheme(
                        new Place("Calendly-Webhook-Signature", ",", "v1="),
                        Encoding.HEX,
                        Optional.of(new Place("Calendly-Webhook-Signature", ",", "t=")),
                        Optional.empty(),
                        "{timestamp}.{body}",
                        Optional.of(Duration.ofSeconds(180)),
                        KeyForm.TEXT);
        // echo -n '1614265330.{}' | openssl dgst -sha256 -hmac key
        Webhook webhook =
                new Webhook(
                        Map.of(
                                "calendly-webhook-signature",
                                "t=1614265330,v1=76b7952cf59e475295337c467d6c1b7ba034824cc8fab2503af37ffc8b28fe90"),
                        "",
                        "{}".getBytes(UTF_8));
        assertThat(new WebhookVerifier(pairs).isGenuine(webhook, List.of("key"), NOW)).isTrue();
        assertThat(
                        new WebhookVerifier(pairs)
                                .isGenuine(webhook, List.of("key"), NOW.plusSeconds(181)))
                .isFalse();
    }

    private boolean genuine(
            Map<String, String> headers, String body, List<String> secrets, Instant now) {
        return standard.isGenuine(new Webhook(headers, "", body.getBytes(UTF_8)), secrets, now);
    }

    private static Map<String, String> headers() {
        return Map.of(
                "webhook-id", ID, "webhook-timestamp", "" + SENT, "webhook-signature", SIGNATURE);
    }

    private static Map<String, String> headers(String name, String value) {
        Map<String, String> headers = new TreeMap<>(headers());
        headers.put(name, value);
        return headers;
    }
}
