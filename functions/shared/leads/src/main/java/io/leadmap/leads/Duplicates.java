package io.leadmap.leads;

import io.leadmap.domain.decide.SamePerson;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.ports.Leads;

import java.time.Instant;
import java.util.List;

/** Other leads that look like the same person (domain section 2); SPAM leads match nobody. */
public final class Duplicates {

    private static final int MOST = 20;

    /** A switchboard may be the phone of many, few of whom have the same name. */
    private static final int MOST_READ = 100;

    private final Leads leads;

    public Duplicates(Leads leads) {
        this.leads = leads;
    }

    /**
     * What was read of a lead's email and phone.
     *
     * @param leads that look like the same person, oldest first, 20 at most
     * @param addresses what is known of the lead's email address
     */
    public record Found(List<LeadId> leads, KnownAddresses addresses) {
        public Found {
            leads = List.copyOf(leads);
        }
    }

    /** The same with what was known of the address of a lead of the past. */
    public Found of(Lead lead, Instant asOf) {
        Found found = of(lead);
        return new Found(found.leads(), found.addresses().asOf(asOf));
    }

    /** Who looks like the same person, and what is known of the address. */
    public Found of(Lead lead) {
        Leads.Known known = leads.known(lead.practice(), IdentityKey.of(lead.fields()));
        return new Found(of(lead, known), known.addresses());
    }

    /** A person said of one of them that they are not the same; it holds for both. */
    private static boolean ignores(Lead lead, LeadId other) {
        return lead.suspension().ignored().contains(other);
    }

    private List<LeadId> of(Lead lead, Leads.Known known) {
        if (lead.suspension().isFor(SuspensionCause.SPAM)) {
            return List.of();
        }
        return known.sharing().values().stream()
                .flatMap(sharing -> sharing.leads().stream())
                .distinct()
                .filter(id -> !id.equals(lead.id()) && !ignores(lead, id))
                .limit(MOST_READ)
                .flatMap(id -> leads.find(lead.practice(), id).stream())
                .filter(other ->
                        !other.suspension().isFor(SuspensionCause.SPAM)
                                && !ignores(other, lead.id())
                                && SamePerson.sharesKey(lead.fields(), other.fields()))
                .sorted(Lead.BY_AGE)
                .limit(MOST)
                .map(Lead::id)
                .toList();
    }
}
