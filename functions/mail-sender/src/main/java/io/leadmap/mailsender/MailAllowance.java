package io.leadmap.mailsender;

import io.leadmap.domain.mail.Email;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.MailLimits;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How many automatic mails may still go to leads that a form made, by practice, kind and hour
 * (domain section 7: the form is no mail gun). Triggers' mails and drips are counted apart, so that
 * a morning's drips do not keep the answer to somebody's form waiting.
 */
public final class MailAllowance {

    private static final Duration HOUR = Duration.ofHours(1);

    /** How many hours ahead a mail may be booked; a mail beyond that asks again then. */
    private static final int FARTHEST = 24 * 14;

    /**
     * Of an hour's mails a sender takes one part at a time, so that not every mail costs a write.
     */
    private static final int PARTS = 40;

    private final MailLimits limits;
    private final Map<Hour, Integer> inHand = new HashMap<>();
    private final Set<Hour> full = new HashSet<>();

    public MailAllowance(MailLimits limits) {
        this.limits = limits;
    }

    private record Hour(PracticeId practice, Email.Kind kind, Instant begins, int limit) {}

    /**
     * Takes one mail of this hour.
     *
     * @param limit of the practice's settings
     * @return false if the hour has none left
     */
    public synchronized boolean take(PracticeId practice, Email.Kind kind, Instant now, int limit) {
        Hour hour = new Hour(practice, kind, hour(now), limit);
        inHand.keySet().removeIf(other -> other.begins().isBefore(hour.begins()));
        full.removeIf(other -> other.begins().isBefore(hour.begins()));
        int left = inHand.getOrDefault(hour, 0);
        if (left == 0) {
            left = take(hour, Math.max(1, limit / PARTS));
        }
        inHand.put(hour, Math.max(0, left - 1));
        return left > 0;
    }

    /**
     * Takes one mail of the next hour that has one left.
     *
     * @param opening when a mail may go out, from a time on
     * @return when it may go out
     */
    public synchronized Instant book(
            PracticeId practice,
            Email.Kind kind,
            Instant now,
            int limit,
            UnaryOperator<Instant> opening) {
        Instant at = opening.apply(hour(now).plus(HOUR));
        for (int ahead = 0; ahead < FARTHEST; ahead++) {
            Hour hour = new Hour(practice, kind, hour(at), limit);
            if (inHand.getOrDefault(hour, 0) > 0) {
                inHand.merge(hour, -1, Integer::sum);
                return at;
            }
            if (take(hour, 1) > 0) {
                return at;
            }
            at = opening.apply(hour(at).plus(HOUR));
        }
        return at;
    }

    /**
     * Tells whether an hour before this one has a mail left, as after the limit was raised. It is
     * kept for whoever takes or books next.
     *
     * @param booked when the mail may go out that asks
     * @param opening when a mail may go out, from a time on
     */
    public synchronized boolean hasEarlier(
            PracticeId practice,
            Email.Kind kind,
            Instant now,
            int limit,
            UnaryOperator<Instant> opening,
            Instant booked) {
        Instant at = opening.apply(now);
        while (hour(at).isBefore(hour(booked))) {
            Hour hour = new Hour(practice, kind, hour(at), limit);
            if (inHand.getOrDefault(hour, 0) == 0) {
                inHand.put(hour, take(hour, 1));
            }
            if (inHand.getOrDefault(hour, 0) > 0) {
                return true;
            }
            at = opening.apply(hour(at).plus(HOUR));
        }
        return false;
    }

    /** Gives a mail of this hour back that was taken and did not go out. */
    public synchronized void giveBack(
            PracticeId practice, Email.Kind kind, Instant now, int limit) {
        inHand.merge(new Hour(practice, kind, hour(now), limit), 1, Integer::sum);
    }

    /** Tells whether a place that was booked for this time is still one of this hour. */
    static boolean isOfThisHour(Instant booked, Instant now) {
        return hour(booked).equals(hour(now));
    }

    private int take(Hour hour, int wanted) {
        if (full.contains(hour)) {
            return 0;
        }
        int taken =
                limits.take(
                        hour.practice(), hour.kind().name(), hour.begins(), wanted, hour.limit());
        if (taken == 0) {
            full.add(hour);
        }
        return taken;
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
