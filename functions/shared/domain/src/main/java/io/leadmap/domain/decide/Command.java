package io.leadmap.domain.decide;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.TypedNames;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.domain.text.Line;
import io.leadmap.domain.text.Prose;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that is asked of a lead. Values are typed, texts are in the form in which they are
 * kept, phones are E.164; whether they are allowed is decided. Commands that begin a lead are
 * {@link Beginning}; all others need one.
 */
public sealed interface Command {

    /** Begins a lead. */
    sealed interface Beginning extends Command {}

    /** What only an administrator may ask for (the API's roles). */
    sealed interface ForAdministrators extends Command {}

    /**
     * An agent adds a lead.
     *
     * @param fields without division and source
     * @param division null for the root
     * @param mapId null for the practice's default map
     * @param firstContactAt null for now; never later
     * @param status null for CREATED
     */
    record AddLead(
            Fields fields,
            @Nullable String division,
            @Nullable String source,
            @Nullable String owner,
            @Nullable String mapId,
            @Nullable Instant firstContactAt,
            @Nullable Status status,
            @Nullable LossReason lossReason,
            Attribution utm,
            Optional<PatientLink> patient)
            implements Beginning {}

    /**
     * An agent adds a lead for a person whose booking has just made one: that one becomes the
     * agent's, and no second one begins (domain section 9). Refused if it is not to be taken over
     * any more; then the agent's begins after all.
     */
    record TakeOver(AddLead added) implements Command {}

    /**
     * A submission of a form that begins a lead.
     *
     * @param resembles an open lead of the same map that looks like the same person but contradicts
     *     it
     */
    record BeginByForm(Submission submission, Optional<Resembled> resembles) implements Beginning {}

    /**
     * A lead that another one resembles (domain section 2, the same person).
     *
     * @param owner who is told, null for nobody
     */
    record Resembled(LeadId lead, @Nullable String owner) {}

    /**
     * A new client of the PMS becomes a lead (setting <em>create leads for new clients</em>, domain
     * section 9).
     */
    record BeginByAppointment(Fields fields, Appointment appointment) implements Beginning {}

    /**
     * A submission that joins an open lead: fills blanks and never overwrites (domain section 2).
     */
    record JoinForm(Submission submission) implements Command {}

    /**
     * What a form brought.
     *
     * @param fields without division and source
     * @param suspectedSpam honeypot filled or form sent too fast
     */
    record Submission(
            String formId,
            Fields fields,
            Attribution utm,
            @Nullable Consent consent,
            @Nullable String message,
            boolean suspectedSpam) {

        /** In characters. */
        public static final int LONGEST_MESSAGE = 4_000;

        public Submission {
            message = Prose.orNull(message);
            suspectedSpam = suspectedSpam || TypedNames.areSuspicious(fields);
        }
    }

    /** Edits fields, division and source among them; an empty value makes a field blank. */
    record EditFields(Map<FieldKey, Optional<FieldValue>> changes) implements Command {
        public EditFields {
            Map<FieldKey, Optional<FieldValue>> kept = new TreeMap<>();
            changes.forEach((key, value) -> kept.put(key, value.map(v -> Fields.kept(key, v))));
            changes = Collections.unmodifiableMap(kept);
        }
    }

    record SetStatus(Status status, @Nullable LossReason lossReason, @Nullable String comment)
            implements Command {
        public SetStatus {
            comment = Prose.orNull(comment);
        }
    }

    /**
     * @param owner null for nobody
     */
    record ChangeOwner(@Nullable String owner) implements Command {}

    record RequestTransfer(String to) implements Command {}

    record AcceptTransfer(@Nullable String note) implements Command {
        public AcceptTransfer {
            note = Prose.orNull(note);
        }
    }

    record DeclineTransfer(@Nullable String note) implements Command {
        public DeclineTransfer {
            note = Prose.orNull(note);
        }
    }

    record WithdrawTransfer(@Nullable String note) implements Command {
        public WithdrawTransfer {
            note = Prose.orNull(note);
        }
    }

    /** Ends a suspicion of spam: a person, or spam indeed (which sets INVALID). */
    record Release(boolean person) implements Command {}

    /** Says that a lead is somebody else than one that it resembles, and ends that suspicion. */
    record IgnoreDuplicate(LeadId other) implements Command {}

    record LogCall(ContactEntry.CallLogged.Outcome outcome, @Nullable String note)
            implements Command {
        public LogCall {
            note = Prose.orNull(note);
        }
    }

    /**
     * @param html sanitised, placeholders not yet resolved
     */
    record AddNote(String html, @Nullable String macroId) implements Command {
        public AddNote {
            html = Prose.of(html);
        }
    }

    /**
     * An agent submits a mail.
     *
     * @param html sanitised, placeholders not yet resolved
     * @param copies people's ids
     * @param fromPractice from the practice's address, else under the agent's alias
     * @param to the address that its preview showed; null: whatever the lead's address is
     */
    record SendEmail(
            String subject,
            String html,
            @Nullable String macroId,
            List<String> copies,
            boolean fromPractice,
            @Nullable String to)
            implements Command {
        public SendEmail {
            subject = Line.of(subject);
            html = Prose.of(html);
            copies = List.copyOf(copies);
            to = Line.orNull(to);
        }

        /** A mail to whatever the lead's address is. */
        public SendEmail(
                String subject,
                String html,
                @Nullable String macroId,
                List<String> copies,
                boolean fromPractice) {
            this(subject, html, macroId, copies, fromPractice, null);
        }
    }

    record EnrolDrip(String campaignId) implements Command {}

    record StopDrip(String campaignId) implements Command {}

    /** What is due in this campaign now; nothing, if the run has moved on. */
    record AdvanceDrip(String campaignId) implements Command {}

    /** Gives the lead up if it is due (domain section 3). */
    record SweepDeadLead() implements Command {}

    /**
     * What the mail service or the sender found out about a mail; repeated news changes nothing.
     *
     * @param to the address that it was sent to; the lead may have another one by now
     * @param known where the ledger says that the mail stands; storing the decision fails if that
     *     has changed
     */
    record SettleEmail(EmailId emailId, String to, Standing known, News news) implements Command {

        /** The news. */
        public sealed interface News {
            record Sent(String subject, String textHash) implements News {}

            record Delivered() implements News {}

            record Bounced(boolean hard, String reason) implements News {}

            /**
             * @param reason the type of feedback in the words of the mail service (RFC 5965)
             */
            record Complained(String reason) implements News {

                /** Tells whether it is the contrary of a complaint. */
                public boolean isNotSpam() {
                    return reason.equals(MailEntry.EmailComplained.NOT_SPAM);
                }
            }

            record Skipped(String reason) implements News {}

            record Failed(String reason) implements News {}

            record Uncertain(String reason) implements News {}
        }
    }

    /**
     * A person decides about a mail of which it is not known whether it was sent (domain section
     * 7).
     *
     * @param email as the ledger keeps it
     * @param known where the ledger says that the mail stands; storing the decision fails if that
     *     has changed
     * @param again what is sent in its place; null if it counts as sent
     */
    record SettleUncertain(Email email, Standing known, Email.Text.@Nullable Written again)
            implements Command {}

    /**
     * By the link in a mail.
     *
     * @param to the address that the mail went to; the lead may have another one by now
     */
    record Unsubscribe(EmailId emailId, String to) implements Command {}

    /**
     * What is known of the lead's address has changed by way of another lead: drips and mail that
     * it stops are stopped here, too.
     */
    record HeedAddress() implements Command {}

    /**
     * An administrator ends a suppression of an address, or tells another lead that has the address
     * that it ended.
     *
     * @param address normalised
     */
    record LiftSuppression(Suppression.Kind kind, String address, String reason)
            implements ForAdministrators {
        public LiftSuppression {
            reason = Line.of(reason);
        }
    }

    record CompleteStep(String stepId) implements Command {}

    record ClearStep(String stepId) implements Command {}

    /** The click on the green track. */
    record OpenTrack(String trackId) implements Command {}

    record ReopenTrack(String trackId) implements ForAdministrators {}

    record ChangeMap(String mapId) implements Command {}

    /**
     * @param outcome WON or LOST
     */
    record CloseMap(
            MapRun.Outcome outcome, @Nullable LossReason lossReason, @Nullable String comment)
            implements Command {
        public CloseMap {
            comment = Prose.orNull(comment);
        }
    }

    /**
     * The PMS's appointment that is linked to this lead, or is to be linked, as it is now. Links,
     * applies changes, unlinks a deleted one, and moves the lead.
     *
     * @param patient whom it is for
     */
    record ObserveAppointment(Appointment appointment, PatientLink patient) implements Command {}

    /** The day of a prepaid appointment has ended (domain section 3, invoiced). */
    record EndAppointmentDay() implements Command {}

    /** The patient that this lead is from now on: chosen, or the survivor of a merge in the PMS. */
    record LinkPatient(PatientLink patient) implements Command {}

    /** {@code patient.changed}: fills blanks, never overwrites. */
    record FillFromPatient(Fields fields) implements Command {}
}
