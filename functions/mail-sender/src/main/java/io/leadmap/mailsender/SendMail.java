package io.leadmap.mailsender;

import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.decide.SendingRules;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.leads.UnattendedWriter.Seen;
import io.leadmap.mail.ComposeMail;
import io.leadmap.mail.ComposeMail.Composed;
import io.leadmap.mail.SettleMail;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ports.Suppressions;
import io.leadmap.ports.Unavailable;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Sends a queued mail once (architecture decision 4). Whoever claims it may hand it over, one time;
 * whatever happens after that, no machine sends it again. Only a mail of which it is known that
 * nothing was sent goes back into the queue.
 */
public final class SendMail {

    private static final int ATTEMPTS = 3;

    /** After which a mail that the mail service did not take may be offered again. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /**
     * A mail that waits for the account is offered again when it has waited as long again, within
     * these bounds: often enough that an alarm over an hour sees that it still waits.
     */
    private static final Duration BARRED_FIRST = Duration.ofMinutes(5);

    private static final Duration BARRED_LONGEST = Duration.ofMinutes(30);

    /** After which a mail that a suspension holds is looked at, though its end lets it go. */
    private static final Duration HELD = Duration.ofDays(1);

    private final MailLedger ledger;
    private final Suppressions suppressions;
    private final UnattendedWriter writer;
    private final ComposeMail compose;
    private final MailTransport transport;
    private final SettleMail settle;
    private final MailAllowance allowance;
    private final IdSource ids;
    private final InstantSource clock;
    private final Backoff backoff;

    public SendMail(
            MailLedger ledger,
            Suppressions suppressions,
            UnattendedWriter writer,
            ComposeMail compose,
            MailTransport transport,
            SettleMail settle,
            MailAllowance allowance,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        this.ledger = ledger;
        this.suppressions = suppressions;
        this.writer = writer;
        this.compose = compose;
        this.transport = transport;
        this.settle = settle;
        this.allowance = allowance;
        this.ids = ids;
        this.clock = clock;
        this.backoff = backoff;
    }

    /** What became of an attempt. */
    public enum Attempt {
        /** It was handed over. */
        SENT,

        /** It will not be sent, or nobody knows whether it was. */
        ENDED,

        /** It may not go out yet. */
        WAITS,

        /** The mail service does not take it yet. */
        NOT_TAKEN,

        /** The mail service takes none before somebody has seen to the account or the domain. */
        BARRED,

        /** Somebody else has it or had it. */
        ANOTHERS
    }

    /** What is to be done with a claimed mail. */
    private sealed interface Ready {

        record Go(Composed composed) implements Ready {}

        record End(News news) implements Ready {}

        record Wait(Waiting waiting) implements Ready {}
    }

    /**
     * Sends the mail, unless somebody else does or has, it may not be sent any more, or not yet.
     */
    public Attempt send(EmailId id) {
        Optional<Posted> posted = ledger.find(id).filter(mail -> mail.state() == MailState.QUEUED);
        if (posted.isEmpty()) {
            return Attempt.ANOTHERS;
        }
        if (posted.get().notBefore().isAfter(clock.instant())) {
            return Attempt.WAITS;
        }
        if (!claim(id)) {
            return Attempt.ANOTHERS;
        }
        Posted claimed = posted.get().claimed();
        @Nullable Seen seen = null;
        Ready ready;
        try {
            // Asked after the claim: from then on nobody else can skip the mail.
            seen = lead(claimed).orElse(null);
            claimed = seen == null ? claimed : addressed(claimed, seen.lead());
            ready = ready(claimed, seen);
        } catch (RuntimeException e) {
            try {
                putBack(claimed, "What it is made of cannot be read."); // nothing was sent yet
            } catch (RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
        return switch (ready) {
            case Ready.Go(Composed composed) -> handOver(claimed, seen, composed);
            case Ready.End(News news) -> {
                settle.settle(claimed, seen, news);
                yield Attempt.ENDED;
            }
            case Ready.Wait(Waiting waiting) -> {
                putBack(claimed, waiting);
                yield Attempt.WAITS;
            }
        };
    }

    /** The lead that the mail goes to; empty if it goes to a colleague, or there is none. */
    private Optional<Seen> lead(Posted claimed) {
        EmailId id = claimed.email().id();
        return claimed.email().kind() == Email.Kind.NOTICE
                ? Optional.empty()
                : writer.see(id.practice(), id.lead());
    }

    /**
     * Automatic mail goes to the address that the lead has at the claim (domain section 7): it may
     * have changed since the mail was read, or while an earlier attempt had it claimed.
     */
    private Posted addressed(Posted claimed, Lead lead) {
        Email email = claimed.email();
        String now = lead.email();
        if (!email.kind().isAutomatic() || now == null || now.equals(email.to())) {
            return claimed;
        }
        if (!ledger.readdress(email.id(), now)) {
            throw new Unavailable("the claim of a mail is gone", null);
        }
        return claimed.to(now);
    }

    private Ready ready(Posted claimed, @Nullable Seen seen) {
        if (seen == null) {
            return claimed.email().kind() == Email.Kind.NOTICE
                    ? composed(claimed)
                    : new Ready.End(new News.Skipped("noLead"));
        }
        Settings settings = seen.configuration().settings();
        String to = IdentityKey.normalised(claimed.email().to());
        // Read last: a complaint that came while this mail was decided stops it here.
        AddressState address = suppressions.of(seen.lead().practice(), Set.of(to)).of(to);
        Optional<String> obstacle =
                SendingRules.obstacle(settings, seen.lead(), address, claimed.email());
        if (obstacle.filter(SendingRules::isHeld).isPresent()) {
            Instant again = clock.instant().plus(HELD);
            return new Ready.Wait(
                    waiting(claimed, again, Waiting.Reason.SUSPENSION, obstacle.get()));
        }
        if (obstacle.isPresent()) {
            return new Ready.End(new News.Skipped(obstacle.get()));
        }
        return waiting(claimed, seen.lead(), settings)
                .<Ready>map(Ready.Wait::new)
                .orElseGet(() -> composed(claimed));
    }

    private Ready composed(Posted claimed) {
        return compose.compose(claimed)
                .<Ready>map(Ready.Go::new)
                .orElseGet(() -> new Ready.End(new News.Failed("notConfigured")));
    }

    /** What the mail has to wait for, if anything: the window holds for every attempt. */
    private Optional<Waiting> waiting(Posted claimed, Lead lead, Settings settings) {
        Email email = claimed.email();
        Instant now = clock.instant();
        UnaryOperator<Instant> opening = from -> SendingRules.opening(settings, email.kind(), from);
        Instant opens = opening.apply(now);
        if (opens.isAfter(now)) {
            return Optional.of(waiting(claimed, opens, Waiting.Reason.WINDOW, "closed"));
        }
        if (!SendingRules.isLimited(lead, email.kind()) || isBooked(claimed)) {
            return Optional.empty();
        }
        int limit = settings.automaticMailsPerHour();
        PracticeId practice = lead.practice();
        return allowance.take(practice, email.kind(), now, limit)
                ? Optional.empty()
                : Optional.of(
                        waiting(
                                claimed,
                                allowance.book(practice, email.kind(), now, limit, opening),
                                Waiting.Reason.HOURLY_LIMIT,
                                limit + " in this hour"));
    }

    /** Tells whether the mail has a place in this hour; one that has passed is of no use. */
    private boolean isBooked(Posted mail) {
        Waiting waiting = mail.waiting();
        return waiting != null
                && waiting.reason() == Waiting.Reason.HOURLY_LIMIT
                && MailAllowance.isOfThisHour(waiting.notBefore(), clock.instant());
    }

    /** What was not taken has used nothing of the practice's hour. */
    private void giveBack(Posted posted, @Nullable Seen seen) {
        Email.Kind kind = posted.email().kind();
        if (seen != null && SendingRules.isLimited(seen.lead(), kind)) {
            int limit = seen.configuration().settings().automaticMailsPerHour();
            allowance.giveBack(seen.lead().practice(), kind, clock.instant(), limit);
        }
    }

    /**
     * With one token for all attempts: if the answer to the first was lost, the second finds that
     * it was successful.
     */
    private boolean claim(EmailId id) {
        String token = ids.next();
        for (int attempt = 1; ; attempt++) {
            try {
                return ledger.claim(id, token, clock.instant());
            } catch (Unavailable e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                backoff.pause(attempt);
            }
        }
    }

    private Attempt handOver(Posted posted, @Nullable Seen seen, Composed composed) {
        return switch (transport.send(composed.mail())) {
            case Handover.Accepted accepted -> {
                settle.settle(
                        posted,
                        seen,
                        new News.Sent(composed.mail().subject(), composed.textHash()));
                yield Attempt.SENT;
            }
            case Handover.NotYet(String found) -> {
                giveBack(posted, seen);
                putBack(posted, found);
                yield Attempt.NOT_TAKEN;
            }
            case Handover.Barred(String bar, String found) -> {
                giveBack(posted, seen);
                putBack(posted, barred(posted, found));
                yield Attempt.BARRED;
            }
            case Handover.Rejected(String reason) -> {
                settle.settle(posted, seen, new News.Failed(reason));
                yield Attempt.ENDED;
            }
            case Handover.Unknown(String reason) -> {
                settle.settle(posted, seen, new News.Uncertain(reason));
                yield Attempt.ENDED;
            }
        };
    }

    /** What waits for the account waits as long as that takes, less and less eagerly. */
    private Waiting barred(Posted claimed, String found) {
        Instant now = clock.instant();
        Waiting waiting = waiting(claimed, now, Waiting.Reason.ACCOUNT, found);
        Duration waited = Duration.between(waiting.since(), now);
        Duration pause =
                waited.compareTo(BARRED_FIRST) < 0
                        ? BARRED_FIRST
                        : waited.compareTo(BARRED_LONGEST) > 0 ? BARRED_LONGEST : waited;
        return waiting(claimed, now.plus(pause), Waiting.Reason.ACCOUNT, found);
    }

    private void putBack(Posted claimed, String found) {
        Instant again = clock.instant().plus(PAUSE);
        putBack(claimed, waiting(claimed, again, Waiting.Reason.HANDOVER, found));
    }

    /**
     * A lead that was reinstated while its mail was claimed could not let it go: so it is looked at
     * once more.
     */
    private void putBack(Posted claimed, Waiting waiting) {
        EmailId id = claimed.email().id();
        ledger.putBack(id, waiting, clock.instant());
        boolean isFree =
                waiting.reason() == Waiting.Reason.SUSPENSION
                        && lead(claimed)
                                .filter(seen -> seen.lead().suspension().causes().isEmpty())
                                .isPresent();
        if (isFree) {
            ledger.release(id, clock.instant());
        }
    }

    private Waiting waiting(
            Posted claimed, Instant notBefore, Waiting.Reason reason, String found) {
        Waiting before = claimed.waiting();
        Instant since =
                before != null && before.reason() == reason ? before.since() : clock.instant();
        return new Waiting(since, notBefore, reason, found);
    }
}
