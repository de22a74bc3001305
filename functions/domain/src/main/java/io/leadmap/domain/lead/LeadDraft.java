package io.leadmap.domain.lead;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.map.MapRun.TrackState;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A lead while entries are folded onto it; lives no longer than one commit. */
final class LeadDraft {

    private final PracticeId practice;
    private final LeadId id;
    private Channel channel;
    private long version;
    private long seq;
    private Instant lastAt;
    private Status status;
    private @Nullable LossReason lossReason;
    private boolean lostBySweep;
    private final Set<SuspensionCause> suspensions;
    private @Nullable LeadId duplicateOf;
    private @Nullable String owner;
    private String division;
    private @Nullable String source;
    private Dates dates;
    private Attempts attempts;
    private Instant lastActivityAt;
    private Fields fields;
    private Attribution utmFirst;
    private Attribution utmLast;
    private final List<Consent> consents;
    private @Nullable Transfer transfer;
    private boolean subscribed;
    private @Nullable MailBlock mailBlock;
    private @Nullable PatientLink patient;
    private @Nullable Appointment appointment;
    private @Nullable MapRun map;
    private final Map<String, DripRun> drips;
    private final List<HeldTrigger> held;
    private final SortedMap<EmailId, Optional<String>> pendingMail;
    private boolean visible;

    LeadDraft(Lead lead) {
        practice = lead.practice();
        id = lead.id();
        channel = lead.channel();
        version = lead.version();
        seq = lead.seq();
        lastAt = lead.lastAt();
        status = lead.status();
        lossReason = lead.lossReason();
        lostBySweep = lead.lostBySweep();
        suspensions = EnumSet.noneOf(SuspensionCause.class);
        suspensions.addAll(lead.suspensions());
        duplicateOf = lead.duplicateOf();
        owner = lead.owner();
        division = lead.division();
        source = lead.source();
        dates = lead.dates();
        attempts = lead.attempts();
        lastActivityAt = lead.lastActivityAt();
        fields = lead.fields();
        utmFirst = lead.utmFirst();
        utmLast = lead.utmLast();
        consents = new ArrayList<>(lead.consents());
        transfer = lead.transfer();
        subscribed = lead.subscribed();
        mailBlock = lead.mailBlock();
        patient = lead.patient();
        appointment = lead.appointment();
        map = lead.map();
        drips = new TreeMap<>(lead.drips());
        held = new ArrayList<>(lead.held());
        pendingMail = new TreeMap<>(lead.pendingMail());
    }

    private LeadDraft(PracticeId practice, LeadId id, Entry.LeadCreated created, Instant at) {
        this.practice = practice;
        this.id = id;
        channel = created.channel();
        seq = 1;
        lastAt = at;
        status = Status.CREATED;
        suspensions = EnumSet.noneOf(SuspensionCause.class);
        owner = created.owner();
        division = created.division();
        source = created.source();
        dates = Dates.entered(created.firstContact(), at);
        attempts = Attempts.NONE;
        lastActivityAt = at;
        fields = created.fields();
        utmFirst = created.utm();
        utmLast = Attribution.NONE;
        consents = new ArrayList<>();
        subscribed = true;
        drips = new TreeMap<>();
        held = new ArrayList<>();
        pendingMail = new TreeMap<>();
        visible = true;
    }

    static LeadDraft begin(
            PracticeId practice, LeadId id, Entry.LeadCreated created, Instant at, Actor actor) {
        return new LeadDraft(practice, id, created, at);
    }

    /** The lead as it stands; the version rises if anything visible was applied. */
    Lead commit() {
        return new Lead(
                practice,
                id,
                visible ? version + 1 : version,
                seq,
                lastAt,
                status,
                lossReason,
                lostBySweep,
                suspensions,
                duplicateOf,
                owner,
                division,
                source,
                channel,
                dates,
                attempts,
                lastActivityAt,
                fields,
                utmFirst,
                utmLast,
                consents,
                transfer,
                subscribed,
                mailBlock,
                patient,
                appointment,
                map,
                new TreeMap<>(drips),
                held,
                pendingMail);
    }

    void apply(Entry entry, Instant at, Actor actor) {
        seq++;
        lastAt = at;
        visible |= entry.isVisible();
        if (entry.isVisible() && actor.kind() != Actor.Kind.SYSTEM) {
            lastActivityAt = at;
        }
        switch (entry) {
            case Entry.LeadCreated again ->
                    throw new IllegalStateException("a lead is created once");
            case Entry.LeadTakenOver e -> takenOver(e);
            case Entry.FormReceived e -> received(e);
            case Entry.FieldChanged e -> changed(e);
            case Entry.StatusChanged e -> moved(e, at);
            case Entry.DateStamped e -> stamped(e);
            case Entry.OwnerChanged e -> owned(e.to());
            case Entry.OwnerChangeRefused e -> {}
            case Entry.TransferRequested e ->
                    transfer = new Transfer(e.to(), actor.id() == null ? "" : actor.id(), at);
            case Entry.TransferAccepted e -> owned(e.to());
            case Entry.TransferDeclined e -> transfer = null;
            case Entry.TransferWithdrawn e -> transfer = null;
            case Entry.Suspended e -> suspensions.add(e.cause());
            case Entry.Reinstated e -> suspensions.remove(e.cause());
            case Entry.DuplicateSuspected e -> duplicateOf = e.of();
            case Entry.CallLogged e -> {
                if (e.outcome() != Entry.CallLogged.Outcome.REACHED) {
                    attempts = attempts.another(at);
                }
            }
            case Entry.NoteAdded e -> {}
            case Entry.EmailQueued e -> {
                if (e.kind().isAutomatic()) {
                    pendingMail.put(e.emailId(), Optional.ofNullable(e.campaignId()));
                }
            }
            case Entry.EmailSent e -> pendingMail.remove(e.emailId());
            case Entry.EmailDelivered e -> pendingMail.remove(e.emailId());
            case Entry.EmailBounced e -> {
                pendingMail.remove(e.emailId());
                if (e.hard() && !e.formerAddress() && mailBlock == null) {
                    mailBlock = MailBlock.HARD_BOUNCE;
                }
            }
            case Entry.EmailComplained e -> {
                pendingMail.remove(e.emailId());
                mailBlock = e.formerAddress() ? mailBlock : MailBlock.COMPLAINT;
            }
            case Entry.EmailSkipped e -> pendingMail.remove(e.emailId());
            case Entry.EmailFailed e -> pendingMail.remove(e.emailId());
            case Entry.EmailUncertain e -> pendingMail.remove(e.emailId());
            case Entry.Unsubscribed e -> subscribed = false;
            case Entry.DripEnrolled e -> enrolled(e, at);
            case Entry.DripAdvanced e ->
                    drip(e.campaignId(), DripRun.State.ACTIVE, e.next(), e.due(), null);
            case Entry.DripPaused e ->
                    drip(
                            e.campaignId(),
                            DripRun.State.PAUSED,
                            live(e.campaignId()).next(),
                            null,
                            e.left());
            case Entry.DripResumed e ->
                    drip(
                            e.campaignId(),
                            DripRun.State.ACTIVE,
                            live(e.campaignId()).next(),
                            e.due(),
                            null);
            case Entry.DripStopped e ->
                    drip(
                            e.campaignId(),
                            DripRun.State.STOPPED,
                            live(e.campaignId()).next(),
                            null,
                            null);
            case Entry.DripFinished e ->
                    drip(
                            e.campaignId(),
                            DripRun.State.FINISHED,
                            live(e.campaignId()).next(),
                            null,
                            null);
            case Entry.MapEntered e ->
                    map =
                            new MapRun(
                                    map == null ? 1 : map.run() + 1,
                                    e.mapId(),
                                    e.version(),
                                    null,
                                    Map.of(),
                                    Map.of());
            case Entry.MapClosed e -> map = run().withOutcome(e.outcome());
            case Entry.MapReopened e -> map = run().withOutcome(null);
            case Entry.TrackOpened e -> map = run().withTrack(e.trackId(), TrackState.OPEN);
            case Entry.TrackReady e -> map = run().withTrack(e.trackId(), TrackState.READY);
            case Entry.TrackClosed e -> map = run().withTrack(e.trackId(), TrackState.CLOSED);
            case Entry.TrackReopened e -> map = run().withTrack(e.trackId(), TrackState.OPEN);
            case Entry.StepCompleted e ->
                    map = run().withStep(e.stepId(), new MapRun.StepDone(at, actor.name()));
            case Entry.StepCleared e -> map = run().withStep(e.stepId(), null);
            case Entry.TriggerFired e -> fired(e);
            case Entry.TriggerHeld e ->
                    held.add(new HeldTrigger(e.formId(), e.triggerId(), at, e.actions()));
            case Entry.TriggerExpired e -> expired(e);
            case Entry.SweepProposed e -> attempts = attempts.afterProposal();
            case Entry.PatientLinked e -> patient = e.patient();
            case Entry.AppointmentLinked e -> appointmentIs(e.appointment(), at);
            case Entry.AppointmentUnlinked e -> appointmentIs(null, at);
            case Entry.AppointmentChanged e -> appointmentIs(e.appointment(), at);
        }
    }

    private void takenOver(Entry.LeadTakenOver e) {
        channel = Channel.PHONE;
        dates = dates.withCreated(e.firstContact());
        utmFirst = utmFirst.isEmpty() ? e.utm() : utmFirst;
    }

    private void received(Entry.FormReceived e) {
        attempts = Attempts.NONE;
        if (!e.utm().isEmpty()) {
            if (utmFirst.isEmpty()) {
                utmFirst = e.utm();
            } else if (seq > 2) {
                utmLast = e.utm(); // the submission that begins a lead stands behind
                // leadCreated, which has its touch
            }
        }
        if (e.consent() != null) {
            consents.add(e.consent());
        }
    }

    private void changed(Entry.FieldChanged e) {
        if (e.field().equals(FieldKey.DIVISION) && e.to() instanceof FieldValue.Text(String to)) {
            division = to;
        } else if (e.field().equals(FieldKey.SOURCE)) {
            source = e.to() instanceof FieldValue.Text(String to) ? to : null;
        } else {
            Set<IdentityKey> before = IdentityKey.of(fields);
            fields = fields.with(e.field(), e.to());
            if (e.field().equals(FieldKey.EMAIL) && !IdentityKey.of(fields).equals(before)) {
                mailBlock = null; // another address has neither bounced nor complained
            }
        }
    }

    private void moved(Entry.StatusChanged e, Instant at) {
        if (e.from() != e.to()) { // else only the reason is corrected
            dates =
                    dates.withCancelled(e.to() == Status.CANCELLED ? at : null)
                            .withLost(e.to() == Status.LOST ? at : null);
        }
        status = e.to();
        lossReason = e.to() == Status.LOST ? e.lossReason() : null;
        lostBySweep = e.to() == Status.LOST && e.bySweep();
        if (e.from().isClosed() && !e.to().isClosed()) {
            attempts = Attempts.NONE;
        }
    }

    private void stamped(Entry.DateStamped e) {
        dates =
                switch (e.date()) {
                    case BOOKED -> dates.withBooked(e.at(), e.byHand());
                    case INVOICED -> dates.withInvoiced(e.at(), e.byHand());
                };
    }

    private void owned(@Nullable String to) {
        owner = to;
        transfer = null;
    }

    private void appointmentIs(@Nullable Appointment now, Instant at) {
        appointment = now;
        lastActivityAt = at;
    }

    private void enrolled(Entry.DripEnrolled e, Instant at) {
        DripRun before = drips.get(e.campaignId());
        drips.put(
                e.campaignId(),
                new DripRun(
                        e.campaignId(),
                        before == null ? 1 : before.run() + 1,
                        !e.byHand() && map != null && map.isOpen() ? map.run() : 0,
                        at,
                        e.due() == null ? DripRun.State.PAUSED : DripRun.State.ACTIVE,
                        0,
                        e.due(),
                        e.due() == null ? e.left() : null));
    }

    private void drip(
            String campaign,
            DripRun.State state,
            int next,
            @Nullable Instant due,
            @Nullable Duration left) {
        DripRun run = live(campaign);
        drips.put(
                campaign,
                new DripRun(
                        campaign,
                        run.run(),
                        run.enrolledBy(),
                        run.enrolledAt(),
                        state,
                        next,
                        due,
                        left));
    }

    private DripRun live(String campaign) {
        DripRun run = drips.get(campaign);
        if (run == null) {
            throw new IllegalStateException("no run of drip " + campaign);
        }
        return run;
    }

    private MapRun run() {
        if (map == null) {
            throw new IllegalStateException("the lead is in no map");
        }
        return map;
    }

    /**
     * What was held and is done now is held no longer; a firing that nothing waited for changes
     * nothing.
     */
    private void fired(Entry.TriggerFired e) {
        for (int i = 0; i < held.size() && !e.actions().isEmpty(); i++) {
            if (held.get(i).holds(e.formId(), e.triggerId(), e.actions())) {
                HeldTrigger left = held.get(i).without(e.actions());
                if (left.actions().isEmpty()) {
                    held.remove(i);
                } else {
                    held.set(i, left);
                }
                return;
            }
        }
    }

    private void expired(Entry.TriggerExpired e) {
        held.stream()
                .filter(h -> h.holds(e.formId(), e.triggerId(), List.of()))
                .findFirst()
                .ifPresent(held::remove);
    }
}
