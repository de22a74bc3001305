package io.leadmap.application.pms;

import io.leadmap.application.Attempts;
import io.leadmap.application.Leads;
import io.leadmap.application.Leads.Append;
import io.leadmap.application.Leads.Appended;
import io.leadmap.application.Snapshot;
import io.leadmap.application.Store;
import io.leadmap.application.Suppressions;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.Practice;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What is known while a PMS event is worked on, until its effect is stored: writes of the PMS
 * repeat by themselves.
 */
final class Attempt {

    private final Suppressions suppressions;
    private final Attempts attempts;
    private final Practice practice;
    private final Cause cause;
    private final Instant now;
    private final Set<EmailId> inFlight = new HashSet<>();

    /**
     * @param cause the PMS event's id
     */
    Attempt(Store store, Attempts attempts, Practice practice, String cause, Instant now) {
        this.suppressions = store.suppressions();
        this.attempts = attempts;
        this.practice = practice;
        this.cause = new Cause(Cause.Kind.PMS, cause);
        this.now = now;
    }

    Practice practice() {
        return practice;
    }

    Instant now() {
        return now;
    }

    /** Decides about a lead, with what is known of its address now. */
    Decision decide(Lead lead, Command command) {
        return Decider.decide(lead, command, suppressions.inform(context(), lead, command));
    }

    /** Decides about a new lead. */
    Decision begin(LeadId id, Command.Beginning command) {
        return Decider.begin(id, command, suppressions.inform(context(), null, command));
    }

    private Context context() {
        return new Context(practice, Actor.SYSTEM, cause, now, inFlight);
    }

    /** Tries until it is stored; a fault that passes if somebody else is always faster. */
    void until(BooleanSupplier stored) {
        attempts.until(() -> Optional.of(stored.getAsBoolean()).filter(done -> done));
    }

    /**
     * Stores a decision with the snapshot that led to it.
     *
     * @return whether it was stored, false to decide again; empty if nothing was decided
     */
    Optional<Boolean> store(
            Leads leads,
            @Nullable Lead before,
            Decision decision,
            Map<IdentityKey, Long> guards,
            @Nullable Snapshot snapshot) {
        return switch (decision) {
            case Decision.Refused refused -> Optional.empty();
            case Decision.Unchanged unchanged -> Optional.empty();
            case Decision.Accepted accepted ->
                    Optional.of(
                            stored(
                                    leads.append(
                                            new Append(
                                                    before, accepted, guards, List.of(),
                                                    snapshot))));
        };
    }

    private boolean stored(Appended appended) {
        return switch (appended) {
            case Appended.Stored() -> true;
            case Appended.Moved() -> false;
            case Appended.InFlight(Set<EmailId> mails) -> {
                inFlight.addAll(mails);
                yield false;
            }
            case Appended.Repeated repeated ->
                    throw new IllegalStateException("PMS events carry no idempotency key");
        };
    }
}
