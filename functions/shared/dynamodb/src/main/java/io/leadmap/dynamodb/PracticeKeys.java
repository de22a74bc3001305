package io.leadmap.dynamodb;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.KeyService;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Practices' keys (architecture decision 11): one of 256 bits each, wrapped by the key service,
 * kept unwrapped for at most 15 minutes. A practice gets it with the first version of its
 * configuration, in the same transaction; nobody else makes one, because a key that took the place
 * of a lost one would open nothing and hide that loss. Keys for other uses than sealing are derived
 * from it. Nothing is kept before the first use, so that a snapshot of a function holds no key.
 */
final class PracticeKeys {

    /** How long an unwrapped key is kept. */
    static final Duration KEPT = Duration.ofMinutes(15);

    /** The generation of keys that is written; older ones stay readable. */
    static final int GENERATION = 1;

    private final Tables tables;
    private final KeyService service;
    private final InstantSource clock;
    private final Map<PracticeId, Unwrapped> unwrapped = new ConcurrentHashMap<>();

    PracticeKeys(Tables tables, KeyService service, InstantSource clock) {
        this.tables = tables;
        this.service = service;
        this.clock = clock;
    }

    /**
     * The key that seals for this practice.
     *
     * @throws IllegalStateException if it has none
     */
    byte[] key(PracticeId practice) {
        Instant now = clock.instant();
        Unwrapped kept = unwrapped.get(practice);
        if (kept != null && now.isBefore(kept.until())) {
            return kept.key();
        }
        byte[] key =
                find(practice)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "the practice " + practice + " has no key"));
        unwrapped.put(practice, new Unwrapped(key, now.plus(KEPT)));
        return key;
    }

    /** HMAC-SHA256 of a text under a key that is derived for one use. */
    byte[] hmac(PracticeId practice, String use, String text) {
        return Seal.hmac(Seal.hmac(key(practice), use), text);
    }

    /**
     * The name of an email, a phone or a patient in keys; the address cannot be had back from it.
     */
    String hmac(PracticeId practice, IdentityKey key) {
        return Seal.name(
                switch (key) {
                    case IdentityKey.ByEmail(String address) -> hmac(practice, "email", address);
                    case IdentityKey.ByPhone(String number) -> hmac(practice, "phone", number);
                    case IdentityKey.ByPatient(String connection, String patient) ->
                            hmac(practice, "patient", connection + " " + patient);
                });
    }

    /** The key that is stored, if there is one. */
    Optional<byte[]> find(PracticeId practice) {
        return tables.practice()
                .get(Keys.practiceKey(practice, GENERATION))
                .map(item -> service.unwrap(practice, item.bytes("wrapped")));
    }

    /** A key for a practice that has none, which counts once its item is stored. */
    Made make(PracticeId practice) {
        KeyService.Fresh fresh = service.generate(practice);
        return new Made(
                fresh.plain(),
                Item.with(Keys.practiceKey(practice, GENERATION))
                        .bytes("wrapped", fresh.wrapped()));
    }

    /** A key that is not stored yet, and the item that keeps it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Made(byte[] key, Item item) {
        @Override
        public String toString() {
            return "Made[...]";
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Unwrapped(byte[] key, Instant until) {
        @Override
        public String toString() {
            return "Unwrapped[...]";
        }
    }
}
