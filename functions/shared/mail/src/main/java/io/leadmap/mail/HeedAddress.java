package io.leadmap.mail;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.ports.Leads;

import java.util.Set;

/**
 * Lets the other leads that have an address heed what one of them has led to: their drips stop and
 * their waiting mail is skipped at once (domain section 7). Done twice it changes nothing; whatever
 * interrupts it, the sender and the sweep ask again before they send anything.
 */
public final class HeedAddress {

    private final Leads leads;
    private final UnattendedWriter writer;

    public HeedAddress(Leads leads, UnattendedWriter writer) {
        this.leads = leads;
        this.writer = writer;
    }

    /**
     * Tells the others.
     *
     * @param told the lead whose history says it already
     */
    public void heed(PracticeId practice, String email, LeadId told, Cause cause) {
        IdentityKey address = new IdentityKey.ByEmail(IdentityKey.normalised(email));
        leads.sharing(practice, Set.of(address)).values().stream()
                .flatMap(sharing -> sharing.leads().stream())
                .filter(lead -> !lead.equals(told))
                .forEach(lead ->
                        writer.write(
                                practice, lead, Actor.SYSTEM, cause, new Command.HeedAddress()));
    }
}
