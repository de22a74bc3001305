package io.leadmap.application.lead;

import io.leadmap.application.IdSource;
import io.leadmap.application.Patients;
import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * An agent adds a lead (domain section 2): a source that is new comes into being with it, and a
 * patient that the PMS knows fills what is left blank.
 */
public final class AddLead {

    private final LeadWriter writer;
    private final AddSource sources;
    private final Patients patients;
    private final IdSource ids;

    public AddLead(LeadWriter writer, AddSource sources, Patients patients, IdSource ids) {
        this.writer = writer;
        this.sources = sources;
        this.patients = patients;
        this.ids = ids;
    }

    /**
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
        LeadId id = new LeadId(ids.next());
        if (sourceName == null) {
            return writer.begin(request, id, filled);
        }
        WriteRequest trial =
                new WriteRequest(
                        request.practice(),
                        request.actor(),
                        request.cause(),
                        null,
                        Optional.empty(),
                        true);
        if (writer.begin(trial, id, filled)
                        instanceof Written.Planned(Decision.Refused(Refusal refusal))
                && !request.dryRun()) {
            return new Written.Refused(refusal); // before a source is added for nothing
        }
        if (request.dryRun()) {
            return writer.begin(request, id, filled);
        }
        AddSource.Added added = sources.add(request.practice().id(), sourceName);
        WriteRequest now =
                new WriteRequest(
                        added.practice(),
                        request.actor(),
                        request.cause(),
                        null,
                        request.repeatable(),
                        false);
        return writer.begin(now, id, withSource(filled, added.source().id()));
    }

    private static Command.AddLead filled(Command.AddLead c, Patient patient) {
        Fields fields = c.fields();
        fields = blank(fields, FieldKey.FIRST_NAME, text(patient.firstName()));
        fields = blank(fields, FieldKey.LAST_NAME, text(patient.lastName()));
        fields = blank(fields, FieldKey.EMAIL, text(patient.email()));
        fields = blank(fields, FieldKey.PHONE, text(patient.phone()));
        fields =
                blank(
                        fields,
                        FieldKey.DATE_OF_BIRTH,
                        patient.dateOfBirth() == null
                                ? null
                                : new FieldValue.Day(patient.dateOfBirth()));
        return with(c, fields, c.source());
    }

    private static Fields blank(Fields fields, FieldKey key, @Nullable FieldValue value) {
        return value == null || fields.has(key) ? fields : fields.with(key, value);
    }

    private static @Nullable FieldValue text(@Nullable String text) {
        return text == null || text.isBlank() ? null : new FieldValue.Text(text);
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
