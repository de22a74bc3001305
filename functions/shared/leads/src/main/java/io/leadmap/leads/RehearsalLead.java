package io.leadmap.leads;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Role;
import io.leadmap.lambda.Rehearsal;
import io.leadmap.lambda.Samples;
import io.leadmap.lambda.Scenery;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Practices;
import io.leadmap.practice.RehearsalPractice;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** A lead for functions that rehearse calls about one, in the practice that they rehearse with. */
public final class RehearsalLead implements Scenery {

    /** The lead's id. */
    public static final LeadId ID = new LeadId("rehearsallead");

    /** Requests whose paths name it. */
    public static final Samples SAMPLES = Samples.of("id", ID.value());

    private final Practices practices;
    private final Leads leads;
    private final InstantSource clock;

    public RehearsalLead(Practices practices, Leads leads, InstantSource clock) {
        this.practices = practices;
        this.leads = leads;
        this.clock = clock;
    }

    @Override
    public void arrange() {
        new RehearsalPractice(practices).arrange();
        if (Decider.begin(ID, added(), context(RehearsalPractice.read()))
                instanceof Decision.Accepted accepted) {
            leads.append(Leads.Append.of(null, accepted));
        }
    }

    private static Command.AddLead added() {
        return new Command.AddLead(
                Fields.NONE
                        .with(FieldKey.FIRST_NAME, new FieldValue.Text("Re"))
                        .with(FieldKey.LAST_NAME, new FieldValue.Text("Hearsal"))
                        .with(FieldKey.EMAIL, new FieldValue.Text("rehearsal@example.com"))
                        .with(FieldKey.PHONE, new FieldValue.Text("+61444444444")),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Attribution.NONE,
                Optional.empty());
    }

    private Context context(Practice practice) {
        return new Context(
                practice,
                Actor.person(Rehearsal.AGENT, "Agent", Set.of(Role.AGENT)),
                new Cause(Cause.Kind.REQUEST, Rehearsal.PRACTICE),
                clock.instant(),
                Set.of());
    }
}
