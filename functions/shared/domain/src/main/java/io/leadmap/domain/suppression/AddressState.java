package io.leadmap.domain.suppression;

import io.leadmap.domain.mail.EmailId;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a practice knows of an email address, whatever lead it stands on, now or later (domain
 * section 7, suppression belongs to the address).
 *
 * @param address normalised
 * @param revision counts how often it was stored; 0 for an address that nothing is known of
 * @param suppressions the last one of each kind, also lifted ones
 */
public record AddressState(
        String address, long revision, Map<Suppression.Kind, Suppression> suppressions) {

    public AddressState {
        Map<Suppression.Kind, Suppression> gravestFirst = new EnumMap<>(Suppression.Kind.class);
        gravestFirst.putAll(suppressions);
        suppressions = Collections.unmodifiableMap(gravestFirst);
    }

    /**
     * An address that nothing is known of.
     *
     * @param address normalised
     */
    public static AddressState clean(String address) {
        return new AddressState(address, 0, Map.of());
    }

    /** The suppression of this kind that holds now, if one does. */
    public Optional<Suppression> standing(Suppression.Kind kind) {
        return Optional.ofNullable(suppressions.get(kind)).filter(Suppression::stands);
    }

    /** What blocks all mail to the address, the gravest if several do. */
    public Optional<Suppression.Kind> block() {
        return suppressions.values().stream()
                .filter(Suppression::stands)
                .map(Suppression::kind)
                .filter(Suppression.Kind::blocksAllMail)
                .findFirst();
    }

    /** Tells whether marketing mail may go there, as far as the person's wish is concerned. */
    public boolean isSubscribed() {
        return standing(Suppression.Kind.UNSUBSCRIBE).isEmpty();
    }

    /**
     * The address once a mail has led to a suppression; unchanged if that stands already, or if the
     * mail service only repeats what an administrator has lifted since.
     */
    public AddressState suppressed(Suppression.Kind kind, Instant since, EmailId mail) {
        Suppression known = suppressions.get(kind);
        return known != null && known.isRepeatedBy(mail)
                ? this
                : with(new Suppression(kind, since, mail, null));
    }

    /** The address once this kind has ended; unchanged if it does not stand. */
    public AddressState lifted(Suppression.Kind kind, Suppression.Lifting how) {
        return standing(kind).map(standing -> with(standing.lifted(how))).orElse(this);
    }

    /** What held at a time, as far as it is still known. */
    public AddressState asOf(Instant at) {
        Map<Suppression.Kind, Suppression> then = new EnumMap<>(Suppression.Kind.class);
        for (Suppression suppression : suppressions.values()) {
            Suppression.Lifting lifted = suppression.lifted();
            if (!suppression.since().isAfter(at)) {
                boolean stood = lifted == null || lifted.at().isAfter(at);
                then.put(
                        suppression.kind(),
                        stood
                                ? new Suppression(
                                        suppression.kind(),
                                        suppression.since(),
                                        suppression.mail(),
                                        null)
                                : suppression);
            }
        }
        return new AddressState(address, revision, then);
    }

    private AddressState with(Suppression suppression) {
        Map<Suppression.Kind, Suppression> all = new EnumMap<>(Suppression.Kind.class);
        all.putAll(suppressions);
        all.put(suppression.kind(), suppression);
        return new AddressState(address, revision, all);
    }
}
