package io.leadmap.domain.drip;

import io.leadmap.domain.mail.EmailId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One run of a drip campaign for one lead: what happened, never when something will be due, so that
 * an edited campaign or another setting holds at once (domain sections 3 and 6).
 *
 * @param run 1 for the first enrolment, raised by every later one
 * @param enrolledBy the map run that enrolled it, 0 if none did; a change of map stops it
 * @param decided ids of the campaign's mails that were decided, in the order in which they were
 * @param since what the delay of the next mail counts from: the enrolment or the last decision,
 *     later by what the run was paused
 * @param pausedAt since when it is paused, null unless it is
 * @param sent how many of its mails are known to have gone out
 * @param uncertain mails of which nobody knows yet whether they went out
 */
public record DripRun(
        String campaignId,
        int run,
        int enrolledBy,
        Instant enrolledAt,
        State state,
        List<String> decided,
        Instant since,
        @Nullable Instant pausedAt,
        int sent,
        SortedSet<EmailId> uncertain) {

    public DripRun {
        decided = List.copyOf(decided);
        uncertain = Collections.unmodifiableSortedSet(new TreeSet<>(uncertain));
    }

    /** Where a run stands. */
    public enum State {
        ACTIVE,
        PAUSED,
        STOPPED,
        FINISHED
    }

    /** A run that begins. */
    public static DripRun begun(
            String campaignId, int run, int enrolledBy, Instant at, boolean paused) {
        return new DripRun(
                campaignId,
                run,
                enrolledBy,
                at,
                paused ? State.PAUSED : State.ACTIVE,
                List.of(),
                at,
                paused ? at : null,
                0,
                new TreeSet<>());
    }

    public boolean isLive() {
        return state == State.ACTIVE || state == State.PAUSED;
    }

    /** The mail that was decided last, null before the first. */
    public @Nullable String lastDecided() {
        return decided.isEmpty() ? null : decided.getLast();
    }

    /** After one more mail was decided, or its turn passed. */
    public DripRun advanced(String mailId, Instant at) {
        List<String> all = new ArrayList<>(decided);
        all.add(mailId);
        return with(state, all, at, pausedAt);
    }

    public DripRun paused(Instant at) {
        return with(State.PAUSED, decided, since, at);
    }

    /** Goes on with what was left of the delay. */
    public DripRun resumed(Instant at) {
        Duration pause = pausedAt == null ? Duration.ZERO : Duration.between(pausedAt, at);
        return with(State.ACTIVE, decided, since.plus(pause), null);
    }

    /** Stopped or finished. */
    public DripRun ended(State how) {
        return with(how, decided, since, null);
    }

    /** A mail of this run is known to have gone out. */
    public DripRun sent(EmailId mail) {
        return counted(sent + 1, without(mail));
    }

    /** A mail of this run is known not to have gone out. */
    public DripRun unsent(EmailId mail) {
        return counted(sent, without(mail));
    }

    /** Whether a mail of this run went out cannot be known. */
    public DripRun uncertain(EmailId mail) {
        SortedSet<EmailId> all = new TreeSet<>(uncertain);
        all.add(mail);
        return counted(sent, all);
    }

    private SortedSet<EmailId> without(EmailId mail) {
        SortedSet<EmailId> others = new TreeSet<>(uncertain);
        others.remove(mail);
        return others;
    }

    private DripRun counted(int out, SortedSet<EmailId> unknown) {
        return new DripRun(
                campaignId,
                run,
                enrolledBy,
                enrolledAt,
                state,
                decided,
                since,
                pausedAt,
                out,
                unknown);
    }

    private DripRun with(State now, List<String> mails, Instant counted, @Nullable Instant paused) {
        return new DripRun(
                campaignId,
                run,
                enrolledBy,
                enrolledAt,
                now,
                mails,
                counted,
                paused,
                sent,
                uncertain);
    }
}
