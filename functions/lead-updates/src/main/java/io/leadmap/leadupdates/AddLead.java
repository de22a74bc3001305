package io.leadmap.leadupdates;

import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.decide.SamePerson;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Source;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.WriteRequest;
import io.leadmap.leads.Written;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Patients;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An agent adds a lead (domain section 2): a source that is new comes into being with it, and a
 * patient that the PMS knows fills what is left blank. A lead that a booking of this person has
 * just made is taken over (domain section 9).
 */
public final class AddLead {

    /** Nothing was looked at. */
    private static final Leads.Known UNKNOWN = new Leads.Known(Map.of(), KnownAddresses.NONE);

    private final LeadWriter writer;
    private final AddSource sources;
    private final Leads leads;
    private final Patients patients;
    private final IdSource ids;

    public AddLead(
            LeadWriter writer, AddSource sources, Leads leads, Patients patients, IdSource ids) {
        this.writer = writer;
        this.sources = sources;
        this.leads = leads;
        this.patients = patients;
        this.ids = ids;
    }

    /**
     * Adds a lead, or takes over the one that a booking has just made.
     *
     * @param sourceName a source by its name, known or not; null for the one that the command
     *     names, if any
     */
    public Written add(WriteRequest request, Command.AddLead command, @Nullable String sourceName) {
        Optional<Written> before = writer.answered(request);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Patient> patient = Optional.empty();
        if (command.patient().isPresent()) {
            PatientLink link = command.patient().get();
            patient =
                    patients.find(request.practice().id(), link.connectionId(), link.pmsId())
                            .map(Patients.Known::patient);
            if (patient.isEmpty()) {
                return new Written.Refused(
                        new Refusal.Invalid("patient", "The connection knows no such patient."));
            }
        }
        Command.AddLead filled = patient.map(known -> filled(command, known)).orElse(command);
        if (sourceName == null) {
            return store(request, filled);
        }
        Written trial = plan(request, filled, sourceName);
        if (request.dryRun()) {
            return trial;
        }
        if (trial instanceof Written.Planned(Decision.Refused(Refusal refusal), var source)) {
            return new Written.Refused(refusal); // before a source is added for nothing
        }
        AddSource.Added added = sources.add(request.practice().id(), sourceName);
        return store(request.in(added.practice()), withSource(filled, added.source().id()));
    }

    /** What would be decided if there were a source of this name, which is not added. */
    private Written plan(WriteRequest request, Command.AddLead command, String sourceName) {
        Practice practice = request.practice();
        Optional<Source> known = AddSource.find(practice, sourceName);
        Source source = known.orElseGet(() -> new Source(ids.next(), sourceName));
        List<Source> all = new ArrayList<>(practice.sources());
        if (known.isEmpty()) {
            all.add(source);
        }
        Written written =
                store(
                        request.asDryRun().in(practice.edit().sources(all).done()),
                        withSource(command, source.id()));
        return written instanceof Written.Planned planned && known.isEmpty()
                ? new Written.Planned(planned.decision(), Optional.of(source))
                : written;
    }

    private Written store(WriteRequest request, Command.AddLead command) {
        return writer.begin(request, now -> start(request.practice(), command, now));
    }

    /**
     * Takes the lead over that a booking has just made for this person, or begins one, unless a
     * booking makes it meanwhile. Doubles are nobody's concern elsewhere: an agent may add as many
     * as they like.
     */
    private LeadWriter.Start start(Practice practice, Command.AddLead command, Instant now) {
        if (!practice.settings().createLeadsForNewClients()) {
            return new LeadWriter.Start.New(new LeadId(ids.next()), command, UNKNOWN);
        }
        Set<IdentityKey> keys = new LinkedHashSet<>(IdentityKey.of(command.fields()));
        command.patient()
                .ifPresent(link ->
                        keys.add(new IdentityKey.ByPatient(link.connectionId(), link.pmsId())));
        Leads.Known known = leads.known(practice.id(), keys);
        return known.sharing().values().stream()
                .flatMap(shared -> shared.leads().stream())
                .distinct()
                .flatMap(id -> leads.find(practice.id(), id).stream())
                .filter(lead -> SamePerson.takesOver(command, lead, now))
                .min(Lead.BY_AGE)
                .<LeadWriter.Start>map(lead ->
                        new LeadWriter.Start.Found(
                                lead, new Command.TakeOver(command), known.addresses()))
                .orElseGet(() -> new LeadWriter.Start.New(new LeadId(ids.next()), command, known));
    }

    private static Command.AddLead filled(Command.AddLead c, Patient patient) {
        Fields fields = c.fields();
        for (Map.Entry<FieldKey, FieldValue> blank :
                fields.blanksFilledBy(patient.fields()).entrySet()) {
            fields = fields.with(blank.getKey(), blank.getValue());
        }
        return with(c, fields, c.source());
    }

    private static Command.AddLead withSource(Command.AddLead c, String source) {
        return with(c, c.fields(), source);
    }

    private static Command.AddLead with(Command.AddLead c, Fields fields, @Nullable String source) {
        return new Command.AddLead(
                fields,
                c.division(),
                source,
                c.owner(),
                c.mapId(),
                c.firstContactAt(),
                c.status(),
                c.lossReason(),
                c.utm(),
                c.patient());
    }
}
