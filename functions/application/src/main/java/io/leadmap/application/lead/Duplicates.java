package io.leadmap.application.lead;

import io.leadmap.application.Leads;
import io.leadmap.domain.decide.SamePerson;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.SuspensionCause;

import java.util.List;

/** Other leads that look like the same person (domain section 2); SPAM leads match nobody. */
public final class Duplicates {

    private static final int MOST = 20;

    private final Leads leads;

    public Duplicates(Leads leads) {
        this.leads = leads;
    }

    /** Their ids, oldest first, 20 at most. */
    public List<LeadId> of(Lead lead) {
        if (lead.isSuspended(SuspensionCause.SPAM)) {
            return List.of();
        }
        return leads.sharing(lead.practice(), IdentityKey.of(lead.fields())).values().stream()
                .flatMap(sharing -> sharing.leads().stream())
                .distinct()
                .filter(id -> !id.equals(lead.id()))
                .limit(MOST)
                .flatMap(id -> leads.find(lead.practice(), id).stream())
                .filter(other ->
                        !other.isSuspended(SuspensionCause.SPAM)
                                && SamePerson.sharesKey(lead.fields(), other.fields()))
                .map(Lead::id)
                .toList();
    }
}
