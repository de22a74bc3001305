package io.leadmap.domain.decide;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Role;

import java.util.Objects;
import java.util.Optional;

/**
 * Decides commands: a pure function from a lead, a command and what is known to a refusal or to
 * what is to be appended (architecture decision 2).
 */
public final class Decider {

    private Decider() {}

    /**
     * Decides about a new lead.
     *
     * @param id the new lead's id, never used before
     */
    public static Decision begin(LeadId id, Command.Beginning command, Context context) {
        Optional<Refusal> forbidden = forbidden(command, context.actor());
        if (forbidden.isPresent()) {
            return new Decision.Refused(forbidden.get());
        }
        Chapter chapter = Chapter.begin(id, context);
        Optional<Refusal> refusal =
                switch (command) {
                    case Command.AddLead c -> BeginningRules.add(chapter, c);
                    case Command.BeginByForm c -> FormRules.begin(chapter, c);
                    case Command.BeginByAppointment c -> AppointmentRules.begin(chapter, c);
                };
        return chapter.close(refusal);
    }

    /** Decides about a lead that exists. A {@link Command.Beginning} is a fault. */
    public static Decision decide(Lead lead, Command command, Context context) {
        Optional<Refusal> forbidden = forbidden(command, context.actor());
        if (forbidden.isPresent()) {
            return new Decision.Refused(forbidden.get());
        }
        Chapter chapter = Chapter.of(lead, context);
        OwnerRules.lapse(chapter);
        Optional<Refusal> refusal = apply(chapter, command);
        if (refusal.isEmpty() && !Objects.equals(lead.email(), chapter.lead().email())) {
            SuppressionRules.heed(chapter); // whoever changed it, and by which command
        }
        return chapter.close(refusal);
    }

    private static Optional<Refusal> apply(Chapter chapter, Command command) {
        return switch (command) {
            case Command.Beginning c -> throw new IllegalArgumentException("the lead has begun");
            case Command.TakeOver c -> BeginningRules.takeOver(chapter, c);
            case Command.JoinForm c -> FormRules.join(chapter, c);
            case Command.EditFields c -> FieldRules.edit(chapter, c);
            case Command.SetStatus c -> StatusRules.byHand(chapter, c);
            case Command.ChangeOwner c -> OwnerRules.change(chapter, c);
            case Command.RequestTransfer c -> OwnerRules.request(chapter, c);
            case Command.AcceptTransfer c -> OwnerRules.accept(chapter, c);
            case Command.DeclineTransfer c -> OwnerRules.decline(chapter, c);
            case Command.WithdrawTransfer c -> OwnerRules.withdraw(chapter, c);
            case Command.Release c -> SuspensionRules.release(chapter, c);
            case Command.IgnoreDuplicate c -> SuspensionRules.ignore(chapter, c);
            case Command.LogCall c -> ContactRules.call(chapter, c);
            case Command.AddNote c -> ContactRules.note(chapter, c);
            case Command.SendEmail c -> MailRules.send(chapter, c);
            case Command.EnrolDrip c -> DripRules.enrol(chapter, c);
            case Command.StopDrip c -> DripRules.stop(chapter, c);
            case Command.AdvanceDrip c -> DripRules.advance(chapter, c);
            case Command.SweepDeadLead c -> SweepRules.sweep(chapter);
            case Command.SettleEmail c -> SettlementRules.settle(chapter, c);
            case Command.SettleUncertain c -> UncertainRules.settle(chapter, c);
            case Command.Unsubscribe c -> SuppressionRules.unsubscribe(chapter, c);
            case Command.HeedAddress c -> SuppressionRules.heed(chapter);
            case Command.LiftSuppression c -> SuppressionRules.lift(chapter, c);
            case Command.CompleteStep c -> MapRules.complete(chapter, c);
            case Command.ClearStep c -> MapRules.clear(chapter, c);
            case Command.OpenTrack c -> MapRules.open(chapter, c);
            case Command.ReopenTrack c -> MapRules.reopenTrack(chapter, c);
            case Command.ChangeMap c -> MapRules.change(chapter, c);
            case Command.CloseMap c -> MapRules.closeByHand(chapter, c);
            case Command.ObserveAppointment c -> AppointmentRules.observe(chapter, c);
            case Command.EndAppointmentDay c -> AppointmentRules.endDay(chapter);
            case Command.FillFromPatient c -> AppointmentRules.fill(chapter, c);
            case Command.LinkPatient c -> AppointmentRules.link(chapter, c);
        };
    }

    /**
     * What the roles alone forbid (the API's roles): providers may only note, and some things only
     * administrators may.
     */
    private static Optional<Refusal> forbidden(Command command, Actor actor) {
        if (actor.kind() != Actor.Kind.AGENT || actor.is(Role.ADMINISTRATOR)) {
            return Optional.empty();
        }
        if (command instanceof Command.ForAdministrators) {
            return Optional.of(new Refusal.RoleNeeded(Role.ADMINISTRATOR));
        }
        boolean notes = command instanceof Command.AddNote && actor.is(Role.PROVIDER);
        return notes || actor.is(Role.AGENT)
                ? Optional.empty()
                : Optional.of(new Refusal.RoleNeeded(Role.AGENT));
    }
}
