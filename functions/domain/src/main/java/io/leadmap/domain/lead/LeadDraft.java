package io.leadmap.domain.lead;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.history.NoticeEntry;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.history.SuppressionEntry;
import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.map.MapRun.TrackState;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A lead while entries are folded onto it; lives no longer than one commit. */
final class LeadDraft {

    private final PracticeId practice;
    private final LeadId id;
    private Channel channel;
    private long version;
    private long seq;
    private Instant lastAt;
    private Status status;
    private @Nullable Status invalidFrom;
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
    private @Nullable PatientLink patient;
    private @Nullable Appointment appointment;
    private @Nullable MapRun map;
    private final DripRuns drips;
    private final HeldTriggers held;
    private LeadMail mail;
    private boolean visible;

    LeadDraft(Lead lead) {
        practice = lead.practice();
        id = lead.id();
        channel = lead.channel();
        version = lead.version();
        seq = lead.seq();
        lastAt = lead.lastAt();
        status = lead.status();
        invalidFrom = lead.invalidFrom();
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
        patient = lead.patient();
        appointment = lead.appointment();
        map = lead.map();
        drips = new DripRuns(lead.drips());
        held = new HeldTriggers(lead.held());
        mail = lead.mail();
    }

    /** A lead that has just been created. */
    LeadDraft(PracticeId practice, LeadId id, RecordEntry.LeadCreated created, Instant at) {
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
        fields = channel == Channel.FORM ? created.fields().ofStranger() : created.fields();
        utmFirst = created.utm();
        utmLast = Attribution.NONE;
        consents = new ArrayList<>();
        drips = new DripRuns(Map.of());
        held = new HeldTriggers(List.of());
        mail = LeadMail.NONE;
        visible = true;
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
                invalidFrom,
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
                patient,
                appointment,
                map,
                drips.all(),
                held.all(),
                mail);
    }

    void apply(Entry entry, Instant at, Actor actor, long configuration) {
        seq++;
        lastAt = at;
        visible |= entry.isVisible();
        if (entry.isVisible() && actor.kind() != Actor.Kind.SYSTEM) {
            lastActivityAt = at;
        }
        switch (entry) {
            case RecordEntry.LeadCreated again ->
                    throw new IllegalStateException("a lead is created once");
            case RecordEntry.LeadTakenOver e -> takenOver(e);
            case RecordEntry.FormReceived e -> received(e);
            case RecordEntry.FieldChanged e -> changed(e, actor);
            case StatusEntry.StatusChanged e -> moved(e, at);
            case StatusEntry.DateStamped e -> stamped(e);
            case OwnerEntry.OwnerChanged e -> owned(e.to());
            case OwnerEntry.OwnerChangeRefused e -> {}
            case OwnerEntry.TransferRequested e ->
                    transfer =
                            new Transfer(
                                    e.to(),
                                    actor.id() == null ? "" : actor.id(),
                                    at,
                                    configuration);
            case OwnerEntry.TransferAccepted e -> owned(e.to());
            case OwnerEntry.TransferDeclined e -> transfer = null;
            case OwnerEntry.TransferWithdrawn e -> transfer = null;
            case SuspensionEntry.Suspended e -> suspensions.add(e.cause());
            case SuspensionEntry.Reinstated e -> suspensions.remove(e.cause());
            case SuspensionEntry.DuplicateSuspected e -> duplicateOf = e.of();
            case ContactEntry.CallLogged e -> {
                if (e.outcome() != ContactEntry.CallLogged.Outcome.REACHED) {
                    attempts = attempts.another(at);
                }
            }
            case ContactEntry.NoteAdded e -> {}
            case MailEntry.EmailQueued e -> mail = mail.queued(e, at);
            case MailEntry.EmailSent e -> sent(e.emailId(), at);
            case MailEntry.EmailDelivered e -> sent(e.emailId(), at);
            case MailEntry.EmailBounced e -> sent(e.emailId(), at);
            case MailEntry.EmailComplained e -> sent(e.emailId(), at);
            case MailEntry.EmailSkipped e -> unsent(e.emailId());
            case MailEntry.EmailFailed e -> unsent(e.emailId());
            case MailEntry.EmailUncertain e -> {
                drips.uncertain(e.emailId(), campaign(e.emailId()));
                mail = mail.sent(e.emailId(), at);
            }
            case NoticeEntry.OwnerNotified e -> {}
            case NoticeEntry.PersonNotified e -> {}
            case SuppressionEntry.Unsubscribed e -> {}
            case SuppressionEntry.Resubscribed e -> {}
            case SuppressionEntry.SuppressionLifted e -> {}
            case DripEntry.DripEnrolled e -> drips.enrolled(e, e.byHand() ? 0 : openMap(), at);
            case DripEntry.DripAdvanced e -> drips.advanced(e, at);
            case DripEntry.DripPaused e -> drips.paused(e, at);
            case DripEntry.DripResumed e -> drips.resumed(e, at);
            case DripEntry.DripStopped e -> drips.ended(e.campaignId(), DripRun.State.STOPPED);
            case DripEntry.DripFinished e -> drips.ended(e.campaignId(), DripRun.State.FINISHED);
            case MapEntry.MapEntered e ->
                    map =
                            new MapRun(
                                    map == null ? 1 : map.run() + 1,
                                    e.mapId(),
                                    e.version(),
                                    null,
                                    Map.of(),
                                    Map.of());
            case MapEntry.MapClosed e -> map = run().withOutcome(e.outcome());
            case MapEntry.MapReopened e -> map = run().withOutcome(null);
            case MapEntry.TrackOpened e -> map = run().withTrack(e.trackId(), TrackState.OPEN);
            case MapEntry.TrackReady e -> map = run().withTrack(e.trackId(), TrackState.READY);
            case MapEntry.TrackClosed e -> map = run().withTrack(e.trackId(), TrackState.CLOSED);
            case MapEntry.TrackReopened e -> map = run().withTrack(e.trackId(), TrackState.OPEN);
            case MapEntry.StepCompleted e ->
                    map =
                            run().withStep(
                                            e.stepId(),
                                            new MapRun.StepDone(at, actor.name(), e.value()));
            case MapEntry.StepCleared e -> map = run().withStep(e.stepId(), null);
            case TriggerEntry.TriggerFired e -> held.settled(e.trigger(), e.actions());
            case TriggerEntry.TriggerHeld e -> held.held(e, at);
            case TriggerEntry.TriggerExpired e -> held.settled(e.trigger(), e.actions());
            case TriggerEntry.TriggerSkipped e -> held.settled(e.trigger(), e.actions());
            case ContactEntry.SweepProposed e -> attempts = attempts.afterProposal();
            case PmsEntry.PatientLinked e -> {
                patient = e.patient();
                fields =
                        fields.vouched(
                                FieldKey.EMAIL); // whom the practice's PMS knows is no stranger
            }
            case PmsEntry.AppointmentLinked e -> appointmentIs(e.appointment(), at);
            case PmsEntry.AppointmentUnlinked e -> appointmentIs(null, at);
            case PmsEntry.AppointmentChanged e -> appointmentIs(e.appointment(), at);
        }
    }

    /** It went out, as far as that is not known already. */
    private void sent(EmailId id, Instant at) {
        drips.sent(id, campaign(id));
        mail = mail.sent(id, at);
    }

    private void unsent(EmailId id) {
        drips.unsent(id, campaign(id));
        mail = mail.without(id);
    }

    /** The drip that sends a mail, if it is pending and one does. */
    private Optional<String> campaign(EmailId id) {
        return Optional.ofNullable(mail.pending().get(id)).map(LeadMail.Pending::campaignId);
    }

    private void takenOver(RecordEntry.LeadTakenOver e) {
        channel = Channel.PHONE;
        dates = dates.withCreated(e.firstContact());
        utmFirst = utmFirst.isEmpty() ? e.utm() : utmFirst;
    }

    private void received(RecordEntry.FormReceived e) {
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

    private void changed(RecordEntry.FieldChanged e, Actor actor) {
        if (e.field().equals(FieldKey.DIVISION) && e.to() instanceof FieldValue.Text(String to)) {
            division = to;
        } else if (e.field().equals(FieldKey.SOURCE)) {
            source = e.to() instanceof FieldValue.Text(String to) ? to : null;
        } else {
            FieldValue to = e.to();
            fields =
                    to != null && actor.kind() == Actor.Kind.LEAD
                            ? fields.withStrangers(e.field(), to)
                            : fields.with(e.field(), to);
        }
    }

    private void moved(StatusEntry.StatusChanged e, Instant at) {
        Status stood = invalidFrom == null ? status : invalidFrom;
        if (e.to() != Status.INVALID && e.to() != stood) { // else only the reason is corrected
            dates =
                    dates.withCancelled(e.to() == Status.CANCELLED ? at : null)
                            .withLost(e.to() == Status.LOST ? at : null);
        }
        status = e.to();
        invalidFrom = e.to() == Status.INVALID ? stood : null;
        lossReason = e.to() == Status.LOST ? e.lossReason() : null;
        lostBySweep = e.to() == Status.LOST && e.bySweep();
        if (e.from().isClosed() && !e.to().isClosed()) {
            attempts = Attempts.NONE;
        }
    }

    private void stamped(StatusEntry.DateStamped e) {
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

    /** The run of the map that is open, 0 if none is. */
    private int openMap() {
        return map != null && map.isOpen() ? map.run() : 0;
    }

    private MapRun run() {
        if (map == null) {
            throw new IllegalStateException("the lead is in no map");
        }
        return map;
    }
}
