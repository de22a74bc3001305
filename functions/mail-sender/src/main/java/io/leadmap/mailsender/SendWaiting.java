package io.leadmap.mailsender;

import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.mail.SettleMail;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.Tally;
import io.leadmap.ports.Unavailable;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Sends the mail that has waited long enough and the mail that the stream forgot, and finds claimed
 * mail whose sender is gone (architecture decision 12).
 */
final class SendWaiting {

    /** How long a sender may hold a mail; longer than any function runs. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    /** After which somebody should know that the mail service does not take a mail. */
    private static final Duration LONG = Duration.ofMinutes(30);

    private static final int PAGE = 100;

    private final MailLedger ledger;
    private final SendMail send;
    private final SettleMail settle;
    private final EarlierMail earlier;
    private final InstantSource clock;

    SendWaiting(
            MailLedger ledger,
            SendMail send,
            SettleMail settle,
            EarlierMail earlier,
            InstantSource clock) {
        this.earlier = earlier;
        this.ledger = ledger;
        this.send = send;
        this.settle = settle;
        this.clock = clock;
    }

    /**
     * Takes what is due, each mail once, until the deadline is near, and before it what no longer
     * has to wait for its time. A mail that fails holds up no other and is tried again after a
     * pause.
     *
     * @return how many were {@code letGo} before their time, {@code sent}, {@code ended} otherwise,
     *     found {@code uncertain}, {@code waiting} on, {@code notTaken} by the mail service, {@code
     *     barred} by the account
     * @throws io.leadmap.ports.LeftTwice if a mail could not be handed over for long
     */
    SortedMap<String, Long> run(Deadline deadline) {
        Tally tally = new Tally(deadline);
        Map<EmailId, RuntimeException> failed = new HashMap<>();
        Set<EmailId> seen = new HashSet<>();
        letGo(tally, failed, seen);
        boolean isMore = true;
        while (isMore && tally.hasTime()) {
            isMore = false;
            for (Posted posted : ledger.due(clock.instant(), PAGE + seen.size())) {
                if (seen.add(posted.email().id())) {
                    isMore = true;
                    tally.attempt(
                            "sent",
                            posted.email().id().value(),
                            () -> attempt(posted, tally, failed));
                }
            }
        }
        return tally.finish();
    }

    /** What is let go is found by its id: the index may not know of it yet. */
    private void letGo(Tally tally, Map<EmailId, RuntimeException> failed, Set<EmailId> seen) {
        if (!tally.hasTime()) {
            return;
        }
        List<EmailId> released = new ArrayList<>();
        tally.attempt("letGo", "by the settings of now", () -> released.addAll(earlier.release()));
        for (EmailId id : released) {
            seen.add(id);
            tally.attempt(
                    "sent",
                    id.value(),
                    () ->
                            ledger.find(id)
                                    .filter(posted -> attempt(posted, tally, failed))
                                    .isPresent());
        }
    }

    /** Tells whether it was sent. A second turn finds a mail put back that failed in the first. */
    private boolean attempt(Posted posted, Tally tally, Map<EmailId, RuntimeException> failed) {
        EmailId id = posted.email().id();
        if (posted.state() == MailState.CLAIMED) {
            return giveUp(posted, tally);
        }
        try {
            return switch (send.send(id)) {
                case SENT -> true;
                case ENDED -> counted(tally, "ended");
                case BARRED -> counted(tally, "barred"); // an alarm of its own calls a person
                case WAITS -> waits(posted, tally, failed.get(id));
                case NOT_TAKEN ->
                        waits(
                                posted,
                                tally,
                                new Unavailable("the mail service does not take a mail", null));
                case ANOTHERS -> false;
            };
        } catch (RuntimeException e) {
            failed.put(id, e);
            throw e;
        }
    }

    /** Somebody should look after a mail that could not be handed over for long. */
    private boolean waits(Posted posted, Tally tally, @Nullable RuntimeException obstacle) {
        if (obstacle == null) {
            return counted(tally, "waiting");
        }
        Waiting waiting = posted.waiting();
        boolean isLong =
                waiting != null
                        && waiting.reason() == Waiting.Reason.HANDOVER
                        && waiting.since().plus(LONG).isBefore(clock.instant());
        if (isLong) {
            throw obstacle;
        }
        return counted(tally, "notTaken");
    }

    /** Nobody can know whether a sender that did not come back had sent it. */
    private boolean giveUp(Posted claimed, Tally tally) {
        boolean isGone = claimed.since().plus(LEASE).isBefore(clock.instant());
        if (isGone
                && settle.settle(
                        claimed.email().id(), new News.Uncertain("the sender did not come back"))) {
            tally.count("uncertain", 1);
        }
        return false;
    }

    private static boolean counted(Tally tally, String what) {
        tally.count(what, 1);
        return false;
    }
}
