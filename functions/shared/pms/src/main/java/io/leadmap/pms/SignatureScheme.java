package io.leadmap.pms;

import java.time.Duration;
import java.util.Optional;

/**
 * How a provider signs its webhooks with HMAC-SHA256, as data.
 *
 * @param signature where the signature stands; of several any may match
 * @param timestamp where the time of sending stands, in unix seconds; empty where it is not signed
 * @param eventId where the event's id stands, empty where the provider sends none
 * @param signed what is signed: text with {@code {id}}, {@code {timestamp}}, {@code {url}} (as
 *     registered), {@code {body}} (the raw bytes) and {@code {bodyBase64}} replaced
 * @param tolerance how far the time of sending may be from now, either way
 */
public record SignatureScheme(
        Place signature,
        Encoding encoding,
        Optional<Place> timestamp,
        Optional<Place> eventId,
        String signed,
        Optional<Duration> tolerance,
        KeyForm key) {

    /** Standard Webhooks, which our own format uses. */
    public static final SignatureScheme STANDARD =
            new SignatureScheme(
                    new Place("webhook-signature", " ", "v1,"),
                    Encoding.BASE64,
                    Optional.of(Place.header("webhook-timestamp")),
                    Optional.of(Place.header("webhook-id")),
                    "{id}.{timestamp}.{body}",
                    Optional.of(Duration.ofSeconds(300)),
                    KeyForm.STANDARD_WEBHOOKS);

    /**
     * Where a value stands.
     *
     * @param header the header's name, in any case
     * @param separator what parts a list of values; empty for a single one
     * @param prefix what marks the value, not part of it; others of the list are passed over
     */
    public record Place(String header, String separator, String prefix) {

        /** A header that holds nothing but the value. */
        public static Place header(String name) {
            return new Place(name, "", "");
        }
    }

    /** How the signature's bytes are written. */
    public enum Encoding {
        BASE64,
        HEX
    }

    /** How a secret gives the key's bytes. */
    public enum KeyForm {
        /** The secret's text. */
        TEXT,
        /** Base64 of 24 to 64 bytes, with or without {@code whsec_} before it. */
        STANDARD_WEBHOOKS
    }
}
