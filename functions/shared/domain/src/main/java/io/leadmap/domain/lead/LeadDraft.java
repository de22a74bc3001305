package io.leadmap.domain.lead;

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
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A lead while entries are folded onto it: each subject folds its own, and what an entry of one
 * subject means for another stands here. Lives no longer than one commit.
 */
final class LeadDraft {

    private final PracticeId practice;
    private final LeadId id;
    private Revision revision;
    private LeadStage stage;
    private Dates dates;
    private Suspension suspension;
    private Ownership ownership;
    private Origin origin;
    private Fields fields;
    private final List<Consent> consents;
    private FollowUp followUp;
    private PmsLinks pms;
    private @Nullable MapRun map;
    private Drips drips;
    private LeadMail mail;
    private boolean visible;

    LeadDraft(Lead lead) {
        practice = lead.practice();
        id = lead.id();
        revision = lead.revision();
        stage = lead.stage();
        dates = lead.dates();
        suspension = lead.suspension();
        ownership = lead.ownership();
        origin = lead.origin();
        fields = lead.fields();
        consents = new ArrayList<>(lead.consents());
        followUp = lead.followUp();
        pms = lead.pms();
        map = lead.map();
        drips = lead.drips();
        mail = lead.mail();
    }

    /** A lead that has just been created. */
    LeadDraft(PracticeId practice, LeadId id, RecordEntry.LeadCreated created, Instant at) {
        this.practice = practice;
        this.id = id;
        revision = Revision.none(at).next(at);
        stage = LeadStage.CREATED;
        dates = Dates.entered(created.firstContact(), at);
        suspension = Suspension.NONE;
        ownership = Ownership.of(created.owner());
        origin =
                new Origin(
                        created.channel(),
                        created.division(),
                        created.source(),
                        created.utm(),
                        Attribution.NONE);
        fields =
                created.channel() == Channel.FORM
                        ? created.fields().ofStranger()
                        : created.fields();
        consents = new ArrayList<>();
        followUp = FollowUp.begun(at);
        pms = PmsLinks.NONE;
        drips = Drips.NONE;
        mail = LeadMail.NONE;
        visible = true;
    }

    /** The lead as it stands; the version rises if anything visible was applied. */
    Lead commit() {
        return new Lead(
                practice,
                id,
                visible ? revision.seen() : revision,
                stage,
                dates,
                suspension,
                ownership,
                origin,
                fields,
                consents,
                followUp,
                pms,
                map,
                drips,
                mail);
    }

    void apply(Entry entry, Instant at, Actor actor, long configuration) {
        revision = revision.next(at);
        visible |= entry.isVisible();
        if (entry.isVisible() && actor.kind() != Actor.Kind.SYSTEM) {
            followUp = followUp.withActivity(at);
        }
        switch (entry) {
            case RecordEntry e -> told(e, actor);
            case StatusEntry e -> moved(e, at);
            case OwnerEntry e -> ownership = ownership.after(e, actor, at, configuration);
            case SuspensionEntry e -> suspension = suspension.after(e);
            case ContactEntry e -> followUp = followUp.after(e, at);
            case MailEntry e -> mailed(e, at);
            case NoticeEntry e -> {} // the ledger has the mail, and it is none to the lead
            case SuppressionEntry e -> {} // it belongs to the address
            case DripEntry e -> drips = drips.after(e, openMap(), at);
            case MapEntry e -> map = MapRun.after(map, e, at, actor.name());
            case TriggerEntry e -> suspension = suspension.after(e, at);
            case PmsEntry e -> linked(e, at);
        }
    }

    private void told(RecordEntry entry, Actor actor) {
        switch (entry) {
            case RecordEntry.LeadCreated again ->
                    throw new IllegalStateException("a lead is created once");
            case RecordEntry.LeadTakenOver e -> {
                origin = origin.withChannel(Channel.PHONE).firstTouchedBy(e.utm());
                dates = dates.withCreated(e.firstContact());
            }
            case RecordEntry.FormReceived e -> received(e);
            case RecordEntry.FieldChanged e -> changed(e, actor);
        }
    }

    /** The submission that begins a lead stands behind leadCreated, which has its touch. */
    private void received(RecordEntry.FormReceived e) {
        followUp = followUp.begunAnew();
        origin = revision.seq() > 2 ? origin.touchedBy(e.utm()) : origin.firstTouchedBy(e.utm());
        if (e.consent() != null) {
            consents.add(e.consent());
        }
    }

    private void changed(RecordEntry.FieldChanged e, Actor actor) {
        FieldValue to = e.to();
        if (e.field().equals(FieldKey.DIVISION) && to instanceof FieldValue.Text(String division)) {
            origin = origin.withDivision(division);
        } else if (e.field().equals(FieldKey.SOURCE)) {
            origin =
                    origin.withSource(to instanceof FieldValue.Text(String source) ? source : null);
        } else {
            fields =
                    to != null && actor.kind() == Actor.Kind.LEAD
                            ? fields.withStrangers(e.field(), to)
                            : fields.with(e.field(), to);
        }
    }

    private void moved(StatusEntry entry, Instant at) {
        switch (entry) {
            case StatusEntry.StatusChanged e -> {
                dates = dates.after(e, stage.standing(), at);
                stage = stage.after(e);
                if (e.from().isClosed() && !e.to().isClosed()) {
                    followUp = followUp.begunAnew();
                }
            }
            case StatusEntry.DateStamped e -> dates = dates.after(e);
        }
    }

    private void mailed(MailEntry entry, Instant at) {
        EmailId id = entry.emailId();
        switch (entry) {
            case MailEntry.EmailQueued e -> mail = mail.queued(e, at);
            case MailEntry.EmailSent e -> sent(id, at);
            case MailEntry.EmailDelivered e -> sent(id, at);
            case MailEntry.EmailBounced e -> sent(id, at);
            case MailEntry.EmailComplained e -> sent(id, at);
            case MailEntry.EmailSkipped e -> unsent(id);
            case MailEntry.EmailFailed e -> unsent(id);
            case MailEntry.EmailUncertain e -> {
                drips = drips.uncertain(id, mail);
                mail = mail.sent(id, at);
            }
            case MailEntry.EmailSettled e -> {} // it counts as sent since nobody knows
        }
    }

    /** It went out, as far as that is not known already. */
    private void sent(EmailId mailId, Instant at) {
        drips = drips.sent(mailId, mail);
        mail = mail.sent(mailId, at);
    }

    private void unsent(EmailId mailId) {
        drips = drips.unsent(mailId, mail);
        mail = mail.without(mailId);
    }

    private void linked(PmsEntry entry, Instant at) {
        pms = pms.after(entry);
        switch (entry) {
            case PmsEntry.PatientLinked e ->
                    // whom the practice's PMS knows is no stranger
                    fields = fields.vouched(FieldKey.EMAIL);
            case PmsEntry.AppointmentLinked e -> followUp = followUp.withActivity(at);
            case PmsEntry.AppointmentUnlinked e -> followUp = followUp.withActivity(at);
            case PmsEntry.AppointmentChanged e -> followUp = followUp.withActivity(at);
        }
    }

    /** The run of the map that is open, 0 if none is. */
    private int openMap() {
        return map != null && map.isOpen() ? map.run() : 0;
    }
}
