package io.leadmap.domain.decide;

import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The email addresses that a decision may ask about: whoever runs a command reads what is known of
 * them first (domain section 7).
 */
public final class Addressed {

    private Addressed() {}

    /**
     * The normalised addresses of a command.
     *
     * @param lead that is decided on, null if the command begins one
     */
    public static Set<String> by(@Nullable Lead lead, Command command) {
        Set<String> addresses = new LinkedHashSet<>();
        Stream.concat(own(lead, command), named(command))
                .map(IdentityKey::normalised)
                .filter(address -> !address.isEmpty()) // an edit that makes it blank
                .forEach(addresses::add);
        return addresses;
    }

    /**
     * The lead's own address, which nearly every command may lead to mail for; not asked about by
     * what is only written down of a mail.
     */
    private static Stream<String> own(@Nullable Lead lead, Command command) {
        boolean isReceipt =
                command instanceof Command.SettleEmail(var id, var to, var known, News news)
                        && !saysSomethingOf(news);
        return lead == null || isReceipt ? Stream.empty() : Stream.ofNullable(lead.email());
    }

    private static Stream<String> named(Command command) {
        return switch (command) {
            case Command.AddLead c -> email(c.fields());
            case Command.TakeOver c -> email(c.added().fields());
            case Command.BeginByForm c -> email(c.submission().fields());
            case Command.JoinForm c -> email(c.submission().fields());
            case Command.BeginByAppointment c -> email(c.fields());
            case Command.FillFromPatient c -> email(c.fields());
            case Command.EditFields c -> email(c);
            case Command.SettleEmail c ->
                    saysSomethingOf(c.news()) ? Stream.of(c.to()) : Stream.empty();
            case Command.Unsubscribe c -> Stream.of(c.to());
            case Command.LiftSuppression c -> Stream.of(c.address());
            case Command.SettleUncertain c -> Stream.empty();
            case Command.HeedAddress c -> Stream.empty();
            case Command.SetStatus c -> Stream.empty();
            case Command.ChangeOwner c -> Stream.empty();
            case Command.RequestTransfer c -> Stream.empty();
            case Command.AcceptTransfer c -> Stream.empty();
            case Command.DeclineTransfer c -> Stream.empty();
            case Command.WithdrawTransfer c -> Stream.empty();
            case Command.Release c -> Stream.empty();
            case Command.IgnoreDuplicate c -> Stream.empty();
            case Command.LogCall c -> Stream.empty();
            case Command.AddNote c -> Stream.empty();
            case Command.SendEmail c -> Stream.empty();
            case Command.EnrolDrip c -> Stream.empty();
            case Command.StopDrip c -> Stream.empty();
            case Command.AdvanceDrip c -> Stream.empty();
            case Command.SweepDeadLead c -> Stream.empty();
            case Command.CompleteStep c -> Stream.empty();
            case Command.ClearStep c -> Stream.empty();
            case Command.OpenTrack c -> Stream.empty();
            case Command.ReopenTrack c -> Stream.empty();
            case Command.ChangeMap c -> Stream.empty();
            case Command.CloseMap c -> Stream.empty();
            case Command.ObserveAppointment c -> Stream.empty();
            case Command.EndAppointmentDay c -> Stream.empty();
            case Command.LinkPatient c -> Stream.empty();
        };
    }

    /** Tells whether the news of a mail says something of the address that it went to. */
    public static boolean saysSomethingOf(News news) {
        return switch (news) {
            case News.Bounced n -> n.hard();
            case News.Complained n -> true;
            case News.Sent n -> false;
            case News.Delivered n -> false;
            case News.Skipped n -> false;
            case News.Failed n -> false;
            case News.Uncertain n -> false;
        };
    }

    private static Stream<String> email(Fields fields) {
        return Stream.ofNullable(fields.text(FieldKey.EMAIL));
    }

    private static Stream<String> email(Command.EditFields command) {
        Optional<FieldValue> email =
                command.changes().getOrDefault(FieldKey.EMAIL, Optional.empty());
        return email.stream()
                .flatMap(value ->
                        value instanceof FieldValue.Text(String text)
                                ? Stream.of(text)
                                : Stream.empty());
    }
}
