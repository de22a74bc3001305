package io.leadmap.domain.lead;

import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.mail.EmailId;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The drip campaigns of a lead (domain section 6).
 *
 * @param runs the latest run of each, by the campaign's id
 */
public record Drips(SortedMap<String, DripRun> runs) {

    public static final Drips NONE = new Drips(new TreeMap<>());

    public Drips {
        runs = Collections.unmodifiableSortedMap(new TreeMap<>(runs));
    }

    /** These runs. */
    public static Drips of(Map<String, DripRun> runs) {
        return new Drips(new TreeMap<>(runs));
    }

    /** The run of this campaign that is active or paused, if there is one. */
    public Optional<DripRun> live(String campaignId) {
        return Optional.ofNullable(runs.get(campaignId)).filter(DripRun::isLive);
    }

    /** Runs that may still send something. */
    public List<DripRun> live() {
        return runs.values().stream().filter(DripRun::isLive).toList();
    }

    /**
     * @param map the run of the lead's map that is open, 0 if none is
     */
    Drips after(DripEntry entry, int map, Instant at) {
        return switch (entry) {
            case DripEntry.DripEnrolled e -> enrolled(e, e.byHand() ? 0 : map, at);
            case DripEntry.DripAdvanced e ->
                    changed(e.campaignId(), run -> run.advanced(e.mailId(), at));
            case DripEntry.DripPaused e -> changed(e.campaignId(), run -> run.paused(at));
            case DripEntry.DripResumed e -> changed(e.campaignId(), run -> run.resumed(at));
            case DripEntry.DripStopped e ->
                    changed(e.campaignId(), run -> run.ended(DripRun.State.STOPPED));
            case DripEntry.DripFinished e ->
                    changed(e.campaignId(), run -> run.ended(DripRun.State.FINISHED));
        };
    }

    /** One of their mails went out, as far as that is not counted yet. */
    Drips sent(EmailId mail, LeadMail pending) {
        return ofMail(mail, pending, run -> run.sent(mail));
    }

    /** One of their mails never will go out. */
    Drips unsent(EmailId mail, LeadMail pending) {
        return ofMail(mail, pending, run -> run.unsent(mail));
    }

    /** Whether one of their mails went out cannot be known. */
    Drips uncertain(EmailId mail, LeadMail pending) {
        return ofMail(mail, pending, run -> run.uncertain(mail));
    }

    private Drips enrolled(DripEntry.DripEnrolled e, int enrolledBy, Instant at) {
        DripRun before = runs.get(e.campaignId());
        int run = before == null ? 1 : before.run() + 1;
        return with(DripRun.begun(e.campaignId(), run, enrolledBy, at, e.paused()));
    }

    /** Changes the run whose mail this is, while the mail is pending or uncertain. */
    private Drips ofMail(EmailId mail, LeadMail pending, UnaryOperator<DripRun> change) {
        return Optional.ofNullable(pending.pending().get(mail))
                .map(LeadMail.Pending::campaignId)
                .map(campaign -> runs.get(campaign))
                .or(() ->
                        runs.values().stream()
                                .filter(run -> run.uncertain().contains(mail))
                                .findFirst())
                .map(run -> with(change.apply(run)))
                .orElse(this);
    }

    private Drips changed(String campaign, UnaryOperator<DripRun> change) {
        DripRun run = runs.get(campaign);
        if (run == null) {
            throw new IllegalStateException("no run of drip " + campaign);
        }
        return with(change.apply(run));
    }

    private Drips with(DripRun run) {
        SortedMap<String, DripRun> others = new TreeMap<>(runs);
        others.put(run.campaignId(), run);
        return new Drips(others);
    }
}
