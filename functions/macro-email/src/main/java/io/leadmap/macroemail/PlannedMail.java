package io.leadmap.macroemail;

import io.leadmap.domain.decide.DueRules;
import io.leadmap.domain.decide.SendingRules;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.lead.HeldTrigger;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.macro.PlaceholderValues;
import io.leadmap.domain.macro.Placeholders;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.ports.SortableTime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mail that will be decided if nothing comes between: the next one of a drip, or one of a trigger
 * that is held.
 *
 * @param since when it came to be planned
 * @param subject as it would read today
 * @param at when it may go out, null while something holds it
 * @param place where it stands among the planned ones, as a text that sorts
 */
record PlannedMail(
        Email.Kind kind,
        @Nullable String campaignId,
        String subject,
        Instant since,
        @Nullable Instant at,
        MailExplanation explanation,
        String place) {

    /**
     * The planned mails of a lead, those of held triggers first.
     *
     * @param address what is known of the lead's address
     */
    static List<PlannedMail> of(Practice practice, Lead lead, AddressState address, Instant now) {
        List<PlannedMail> planned = new ArrayList<>();
        for (HeldTrigger held : lead.suspension().held()) {
            List<String> macros = emails(practice, held).toList();
            for (int i = 0; i < macros.size(); i++) {
                String place = place(held, i);
                practice.macro(macros.get(i))
                        .map(macro -> held(practice, lead, address, held, macro, now, place))
                        .ifPresent(planned::add);
            }
        }
        for (DripRun run : lead.drips().live()) {
            next(practice, run)
                    .map(macro -> drip(practice, lead, address, run, macro, now))
                    .ifPresent(planned::add);
        }
        return planned;
    }

    private static PlannedMail held(
            Practice practice,
            Lead lead,
            AddressState address,
            HeldTrigger held,
            Macro macro,
            Instant now,
            String place) {
        return new PlannedMail(
                Email.Kind.AUTOMATIC,
                null,
                subject(macro, practice, lead, now),
                held.since(),
                null,
                MailExplanation.ofPlanned(
                        practice.settings(), lead, address, Email.Kind.AUTOMATIC, null),
                place);
    }

    private static String place(HeldTrigger held, int action) {
        Trigger.Anchor anchor = held.trigger().anchor();
        return String.join(
                " ",
                "1",
                SortableTime.of(held.since()),
                anchor.kind().name(),
                anchor.id(),
                held.trigger().id(),
                SortableTime.padded(action, 3));
    }

    private static PlannedMail drip(
            Practice practice,
            Lead lead,
            AddressState address,
            DripRun run,
            Macro macro,
            Instant now) {
        Settings settings = practice.settings();
        Optional<Instant> at = DueRules.nextMailAt(lead, address, run, practice, now);
        Instant opens = SendingRules.opening(settings, Email.Kind.DRIP, now);
        boolean waitsForWindow = opens.isAfter(now) && at.filter(opens::equals).isPresent();
        MailExplanation why =
                MailExplanation.ofPlanned(
                        settings, lead, address, Email.Kind.DRIP, run.campaignId());
        return new PlannedMail(
                Email.Kind.DRIP,
                run.campaignId(),
                subject(macro, practice, lead, now),
                run.enrolledAt(),
                at.orElse(null),
                waitsForWindow ? why.whileClosed(settings, now) : why,
                "2 " + run.campaignId());
    }

    private static Optional<Macro> next(Practice practice, DripRun run) {
        return DueRules.nextMail(run, practice).flatMap(mail -> practice.macro(mail.macroId()));
    }

    /** The macros of what a held trigger would still mail. */
    private static Stream<String> emails(Practice practice, HeldTrigger held) {
        return practice.trigger(held.trigger()).filter(Trigger::active).stream()
                .flatMap(trigger -> held.standing(trigger).stream())
                .filter(Trigger.Action.EmailLead.class::isInstance)
                .map(action -> ((Trigger.Action.EmailLead) action).macroId());
    }

    private static String subject(Macro macro, Practice practice, Lead lead, Instant now) {
        return Placeholders.render(
                        macro.subject(),
                        Placeholders.Form.SUBJECT,
                        PlaceholderValues.unasked(practice, lead, now))
                .text();
    }
}
