package io.leadmap.domain.lead;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One person's interest in one service: the fold of its history (domain section 2, architecture
 * decision 2).
 *
 * @param version counts changes of what an agent can see or edit; the API's ETag
 * @param seq counts entries of the history; the number of the last one
 * @param lastAt the time of the last entry; later ones are never earlier
 * @param invalidFrom the status that INVALID was set on, null outside INVALID: what the dates tell
 *     of, because INVALID changes none (domain section 3)
 * @param lostBySweep LOST was set by the dead-lead sweep, not by a person
 * @param suspensions every cause that holds now; the first is shown
 * @param owner a person's id, null for nobody
 * @param lastActivityAt the last thing that a person, the lead or the PMS did
 * @param utmFirst the first touch
 * @param utmLast the last touch, NONE while there was only one
 * @param held triggers that wait for reinstatement, oldest first
 * @param mail what is on its way to the lead, and what it got lately
 */
public record Lead(
        PracticeId practice,
        LeadId id,
        long version,
        long seq,
        Instant lastAt,
        Status status,
        @Nullable Status invalidFrom,
        @Nullable LossReason lossReason,
        boolean lostBySweep,
        Set<SuspensionCause> suspensions,
        @Nullable LeadId duplicateOf,
        @Nullable String owner,
        String division,
        @Nullable String source,
        Channel channel,
        Dates dates,
        Attempts attempts,
        Instant lastActivityAt,
        Fields fields,
        Attribution utmFirst,
        Attribution utmLast,
        List<Consent> consents,
        @Nullable Transfer transfer,
        @Nullable PatientLink patient,
        @Nullable Appointment appointment,
        @Nullable MapRun map,
        SortedMap<String, DripRun> drips,
        List<HeldTrigger> held,
        LeadMail mail) {

    /** Oldest first: by when it was entered. */
    public static final Comparator<Lead> BY_AGE =
            Comparator.comparing((Lead lead) -> lead.dates().entered())
                    .thenComparing(lead -> lead.id().value());

    public Lead {
        suspensions =
                suspensions.isEmpty()
                        ? Set.of()
                        : Collections.unmodifiableSet(
                                EnumSet.copyOf(suspensions)); // iterates in the order of precedence
        consents = List.copyOf(consents);
        drips = Collections.unmodifiableSortedMap(new TreeMap<>(drips));
        held = List.copyOf(held);
    }

    /** Folds a history from its beginning, oldest first. */
    public static Lead fold(PracticeId practice, LeadId id, List<Commit> history) {
        Lead lead = begin(practice, id, history.getFirst());
        for (Commit commit : history.subList(1, history.size())) {
            lead = lead.apply(commit);
        }
        return lead;
    }

    /** The lead after the first commit of its history. */
    public static Lead begin(PracticeId practice, LeadId id, Commit first) {
        if (!(first.entries().getFirst() instanceof RecordEntry.LeadCreated created)) {
            throw new IllegalArgumentException("a history begins with leadCreated");
        }
        LeadDraft draft = new LeadDraft(practice, id, created, first.at());
        first.entries().stream()
                .skip(1)
                .forEach(entry ->
                        draft.apply(entry, first.at(), first.actor(), first.configuration()));
        return draft.commit();
    }

    /** The lead after one more commit; uses nothing but the commit. */
    public Lead apply(Commit commit) {
        LeadDraft draft = new LeadDraft(this);
        commit.entries()
                .forEach(entry ->
                        draft.apply(entry, commit.at(), commit.actor(), commit.configuration()));
        return draft.commit();
    }

    /**
     * The status that its dates tell of: while it is INVALID the one that it had before (domain
     * section 3).
     */
    public Status standing() {
        return invalidFrom == null ? status : invalidFrom;
    }

    /**
     * The cause that is shown, if the lead is suspended: SPAM before DUPLICATE before INCOMPLETE.
     */
    public Optional<SuspensionCause> suspension() {
        return suspensions.stream().findFirst();
    }

    public boolean isSuspended(SuspensionCause cause) {
        return suspensions.contains(cause);
    }

    /** Tells whether name, email and phone are all there (domain section 2). */
    public boolean isComplete() {
        return hasName() && fields.has(FieldKey.EMAIL) && fields.has(FieldKey.PHONE);
    }

    public boolean hasName() {
        return fields.hasName();
    }

    public @Nullable String email() {
        return fields.text(FieldKey.EMAIL);
    }

    public @Nullable Phone phone() {
        return fields.phone();
    }

    /**
     * The lead name: as edited, else the person's name, else empty (a lead made from the PMS may
     * have none).
     */
    public String displayName() {
        String name = fields.text(FieldKey.NAME);
        return name != null ? name : personName();
    }

    /** First and last name as far as they are known. */
    public String personName() {
        String first = fields.text(FieldKey.FIRST_NAME);
        String last = fields.text(FieldKey.LAST_NAME);
        return first == null || last == null
                ? Objects.requireNonNullElse(first == null ? last : first, "")
                : first + " " + last;
    }

    /** Automatic mails that were queued and are not known to be sent or settled. */
    public SortedMap<EmailId, LeadMail.Pending> pendingMail() {
        return mail.pending();
    }

    /** Tells whether it is linked to an appointment that is neither cancelled nor unattended. */
    public boolean hasLiveAppointment() {
        return appointment != null && appointment.state().isLive();
    }

    /** The run of this campaign that is active or paused, if there is one. */
    public Optional<DripRun> liveDrip(String campaignId) {
        return Optional.ofNullable(drips.get(campaignId)).filter(DripRun::isLive);
    }

    /** Drips that may still send something. */
    public List<DripRun> liveDrips() {
        return drips.values().stream().filter(DripRun::isLive).toList();
    }

    /** The open run of a map, if the lead is in one. */
    public Optional<MapRun> openMap() {
        return Optional.ofNullable(map).filter(MapRun::isOpen);
    }

    /** Custom fields by their key. */
    public Map<String, FieldValue> custom() {
        TreeMap<String, FieldValue> custom = new TreeMap<>();
        fields.values()
                .forEach((key, value) -> {
                    if (key.isCustom()) {
                        custom.put(key.customKey(), value);
                    }
                });
        return custom;
    }
}
