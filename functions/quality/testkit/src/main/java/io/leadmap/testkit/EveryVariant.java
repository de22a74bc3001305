package io.leadmap.testkit;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.history.SuppressionEntry;
import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.PostalAddress;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.domain.suppression.Suppression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Entries that hold, all together, every constant and every kind of value that one can hold. */
final class EveryVariant {

    private EveryVariant() {}

    static Stream<Entry> all() {
        return Stream.of(
                        Stream.of(Channel.values()).map(EveryVariant::created),
                        values().map(value ->
                                new RecordEntry.FieldChanged(
                                        new FieldKey("custom.any"), null, value)),
                        Stream.of(Status.values())
                                .map(to ->
                                        new StatusEntry.StatusChanged(
                                                Status.CREATED, to, null, null, true)),
                        Stream.of(SuspensionCause.values()).map(SuspensionEntry.Suspended::new),
                        Stream.of(ContactEntry.CallLogged.Outcome.values())
                                .map(outcome -> new ContactEntry.CallLogged(outcome, null)),
                        Stream.of(Email.Kind.AUTOMATIC, Email.Kind.DRIP)
                                .map(kind ->
                                        new MailEntry.EmailQueued(
                                                EveryEntry.MAIL,
                                                kind,
                                                EveryEntry.SECRET,
                                                "stories",
                                                "physio-101")),
                        Stream.of(Suppression.Kind.values())
                                .map(kind ->
                                        new SuppressionEntry.SuppressionLifted(
                                                kind, EveryEntry.MAIL, EveryEntry.SECRET)),
                        Stream.of(MapRun.Outcome.values()).map(MapEntry.MapClosed::new),
                        Stream.of(Trigger.Anchor.Kind.values())
                                .map(kind ->
                                        new TriggerEntry.TriggerHeld(
                                                new Trigger.Key(new Trigger.Anchor(kind, "a"), "t"),
                                                List.of(new Trigger.Action.NotifyOwner()))),
                        Stream.of(Appointment.State.values())
                                .map(state ->
                                        new PmsEntry.AppointmentLinked(
                                                EveryEntry.appointment(state, invoice()))),
                        Stream.of(PmsEntry.AppointmentChanged.Kind.values())
                                .map(kind ->
                                        new PmsEntry.AppointmentChanged(
                                                EveryEntry.appointment(
                                                        Appointment.State.BOOKED, null),
                                                List.of(kind))))
                .flatMap(entries -> entries);
    }

    private static Entry created(Channel channel) {
        return new RecordEntry.LeadCreated(
                channel, Fields.NONE, "root", null, null, EveryEntry.AT, Attribution.NONE);
    }

    private static Stream<FieldValue> values() {
        return Stream.of(
                new FieldValue.Number(new BigDecimal("1.50")),
                new FieldValue.Day(LocalDate.parse("2026-02-27")),
                new FieldValue.Flag(false),
                new FieldValue.Choices(List.of("left", "right")),
                new FieldValue.Postal(
                        new PostalAddress("1 Lamp Row", "", "York", "", "YO1", "GB")));
    }

    private static Appointment.Invoice invoice() {
        return new Appointment.Invoice("i-1", EveryEntry.AT, new BigDecimal("95.00"), "AUD");
    }
}
