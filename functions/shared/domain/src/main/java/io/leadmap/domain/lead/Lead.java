package io.leadmap.domain.lead;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One person's interest in one service: the fold of its history (domain section 2, architecture
 * decision 2). Each subject has a record of its own, named as domain.md names it.
 *
 * @param fields what is known of the person, and what they want
 * @param consents what they agreed to or not, oldest first
 * @param map the latest run of a map, null if it was in none
 * @param mail what is on its way to the lead, and what it got lately
 */
public record Lead(
        PracticeId practice,
        LeadId id,
        Revision revision,
        LeadStage stage,
        Dates dates,
        Suspension suspension,
        Ownership ownership,
        Origin origin,
        Fields fields,
        List<Consent> consents,
        FollowUp followUp,
        PmsLinks pms,
        @Nullable MapRun map,
        Drips drips,
        LeadMail mail) {

    /** Oldest first: by when it was entered. */
    public static final Comparator<Lead> BY_AGE =
            Comparator.comparing((Lead lead) -> lead.dates().entered())
                    .thenComparing(lead -> lead.id().value());

    public Lead {
        consents = List.copyOf(consents);
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

    /** Where it stands; the rest of that is in its {@link LeadStage}. */
    public Status status() {
        return stage.status();
    }

    /** The person whose it is, null for nobody. */
    public @Nullable String owner() {
        return ownership.owner();
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

    /** The open run of a map, if the lead is in one. */
    public Optional<MapRun> openMap() {
        return Optional.ofNullable(map).filter(MapRun::isOpen);
    }
}
