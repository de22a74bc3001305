package io.leadmap.pms;

import io.leadmap.domain.text.Digits;
import io.leadmap.pms.SignatureScheme.KeyForm;
import io.leadmap.pms.SignatureScheme.Place;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a webhook was signed with one of a connection's live secrets, after the provider's
 * scheme.
 */
final class WebhookVerifier {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final String KEY_PREFIX = "whsec_";

    private final SignatureScheme scheme;

    WebhookVerifier(SignatureScheme scheme) {
        this.scheme = scheme;
    }

    /**
     * What came.
     *
     * @param url the address under which the webhook is registered; signed by some providers
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Webhook(Map<String, String> headers, String url, byte[] body) {

        Webhook {
            Map<String, String> lowerCase = new TreeMap<>();
            headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
            headers = lowerCase;
        }

        private List<String> at(Place place) {
            String value = headers.get(place.header().toLowerCase(Locale.ROOT));
            if (value == null) {
                return List.of();
            }
            List<String> values =
                    place.separator().isEmpty()
                            ? List.of(value)
                            : List.of(value.split(Pattern.quote(place.separator())));
            return values.stream()
                    .filter(v -> v.startsWith(place.prefix()))
                    .map(v -> v.substring(place.prefix().length()))
                    .filter(v -> !v.isBlank())
                    .toList();
        }

        private Optional<String> one(Optional<Place> place) {
            return place.flatMap(p -> at(p).stream().findFirst());
        }
    }

    /** Tells whether the signature holds and the time of sending is within the tolerance. */
    boolean isGenuine(Webhook webhook, List<String> secrets, Instant now) {
        if (!hasWhatIsSigned(webhook) || !isInTime(webhook, now)) {
            return false;
        }
        byte[] content = content(webhook);
        boolean genuine = false;
        for (byte[] key : keys(secrets)) {
            byte[] expected = encoded(hmac(key, content));
            for (String candidate : webhook.at(scheme.signature())) {
                // no early end: how long it takes must not tell which secret or signature was close
                genuine |=
                        MessageDigest.isEqual(expected, candidate.getBytes(StandardCharsets.UTF_8));
            }
        }
        return genuine;
    }

    /** Tells whether a secret is of the form that Standard Webhooks has. */
    static boolean isStandardSecret(String secret) {
        return secret.startsWith(KEY_PREFIX) && standardKey(secret).isPresent();
    }

    /** The event's id, if the scheme has one and it was sent. */
    Optional<String> eventId(Webhook webhook) {
        return webhook.one(scheme.eventId());
    }

    private boolean hasWhatIsSigned(Webhook webhook) {
        return (scheme.timestamp().isEmpty() || webhook.one(scheme.timestamp()).isPresent())
                && (scheme.eventId().isEmpty() || webhook.one(scheme.eventId()).isPresent());
    }

    private boolean isInTime(Webhook webhook, Instant now) {
        Optional<Duration> tolerance = scheme.tolerance();
        if (tolerance.isEmpty()) {
            return true;
        }
        Optional<String> sent = webhook.one(scheme.timestamp());
        if (sent.isEmpty() || !SECONDS.matcher(sent.get()).matches()) {
            return false;
        }
        Duration apart =
                Duration.between(Instant.ofEpochSecond(Digits.known(sent.get())), now).abs();
        return apart.compareTo(tolerance.get()) <= 0;
    }

    private byte[] content(Webhook webhook) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(webhook.body().length + 64);
        Matcher matcher = PLACEHOLDER.matcher(scheme.signed());
        int end = 0;
        while (matcher.find()) {
            content.writeBytes(utf8(scheme.signed().substring(end, matcher.start())));
            content.writeBytes(value(matcher.group(1), webhook));
            end = matcher.end();
        }
        content.writeBytes(utf8(scheme.signed().substring(end)));
        return content.toByteArray();
    }

    private byte[] value(String placeholder, Webhook webhook) {
        return switch (placeholder) {
            case "id" -> utf8(webhook.one(scheme.eventId()).orElse(""));
            case "timestamp" -> utf8(webhook.one(scheme.timestamp()).orElse(""));
            case "url" -> utf8(webhook.url());
            case "body" -> webhook.body();
            case "bodyBase64" -> Base64.getEncoder().encode(webhook.body());
            default ->
                    throw new IllegalStateException(
                            "unknown placeholder in a signature scheme: " + placeholder);
        };
    }

    private List<byte[]> keys(List<String> secrets) {
        List<byte[]> keys = new ArrayList<>();
        for (String secret : secrets) {
            key(secret).ifPresent(keys::add);
        }
        return keys;
    }

    /**
     * The key's bytes; empty for a secret that could not have signed anything, such as an empty
     * one.
     */
    private Optional<byte[]> key(String secret) {
        if (scheme.key() == KeyForm.TEXT) {
            return secret.isEmpty() ? Optional.empty() : Optional.of(utf8(secret));
        }
        return standardKey(secret);
    }

    private static Optional<byte[]> standardKey(String secret) {
        try {
            String base64 =
                    secret.startsWith(KEY_PREFIX) ? secret.substring(KEY_PREFIX.length()) : secret;
            byte[] key = Base64.getDecoder().decode(base64);
            return key.length >= 24 && key.length <= 64 ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64: no key, as with an empty secret
        }
    }

    private byte[] encoded(byte[] signature) {
        return switch (scheme.encoding()) {
            case BASE64 -> Base64.getEncoder().encode(signature);
            case HEX -> utf8(HexFormat.of().formatHex(signature));
        };
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
