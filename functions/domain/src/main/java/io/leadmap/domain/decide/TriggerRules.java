package io.leadmap.domain.decide;

import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.HeldTrigger;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.domain.practice.Trigger.Action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Triggers of forms: fired once per submission, or held while the lead is suspended (domain
 * sections 2 and 4).
 */
final class TriggerRules {

    /** How many triggers wait at most; the command that reinstates the lead runs them all. */
    private static final int MOST_HELD = 10;

    private static final String EMAIL_LEAD = "emailLead";

    private TriggerRules() {}

    /** Fires every active trigger of the form; what the lead's suspension holds waits. */
    static void received(Chapter chapter, Form form) {
        for (Trigger trigger : form.triggers()) {
            if (!trigger.active()) {
                continue;
            }
            Predicate<Action> held = a -> isHeld(chapter.lead(), a);
            List<Action> later = trigger.actions().stream().filter(held).toList();
            List<Action> now = trigger.actions().stream().filter(held.negate()).toList();
            Fired fired = fire(chapter, form.id(), trigger, now);
            fired.obstacles().stream()
                    .filter(o -> !o.equals(Reasons.NO_OWNER)) // nobody to tell is nothing to tell
                    .reduce((a, b) -> a + ", " + b)
                    .ifPresent(reason ->
                            chapter.add(
                                    new Entry.TriggerExpired(
                                            form.id(), trigger.id(), trigger.name(), reason)));
            if (!later.isEmpty()) {
                hold(chapter, form, trigger, later);
            }
        }
    }

    /**
     * Runs what was held, oldest first, as far as nothing holds it any longer; what has become
     * pointless expires.
     */
    static void runHeld(Chapter chapter) {
        for (HeldTrigger held : chapter.lead().held()) {
            Optional<Trigger> trigger = configured(chapter, held);
            if (trigger.isEmpty() || !trigger.get().active()) {
                expire(chapter, held, name(trigger, held), Reasons.NOT_CONFIGURED);
            } else if (held.since().plus(chapter.settings().heldExpiry()).isBefore(chapter.at())) {
                expire(chapter, held, trigger.get().name(), Reasons.TOO_OLD);
            } else {
                resume(chapter, held, trigger.get());
            }
        }
    }

    /**
     * Expires everything that is held: the lead has closed, and a reopened one fires nothing again.
     */
    static void expireHeld(Chapter chapter, String reason) {
        for (HeldTrigger held : chapter.lead().held()) {
            expire(chapter, held, name(configured(chapter, held), held), reason);
        }
    }

    private static void hold(Chapter chapter, Form form, Trigger trigger, List<Action> actions) {
        List<String> words = words(actions);
        while (isTooMuch(chapter.lead().held(), words)) {
            HeldTrigger oldest = chapter.lead().held().getFirst();
            expire(chapter, oldest, name(configured(chapter, oldest), oldest), Reasons.TOO_MANY);
        }
        chapter.add(new Entry.TriggerHeld(form.id(), trigger.id(), trigger.name(), words));
    }

    private static boolean isTooMuch(List<HeldTrigger> held, List<String> more) {
        long mails =
                Stream.concat(held.stream().flatMap(h -> h.actions().stream()), more.stream())
                        .filter(EMAIL_LEAD::equals)
                        .count();
        return !held.isEmpty() && (held.size() >= MOST_HELD || mails > Trigger.MOST_MAILS);
    }

    private static void resume(Chapter chapter, HeldTrigger held, Trigger trigger) {
        List<Action> free =
                trigger.actions().stream()
                        .filter(a -> held.actions().contains(word(a)) && !isHeld(chapter.lead(), a))
                        .toList();
        Fired fired = fire(chapter, held.formId(), trigger, free);
        boolean isLeft = !fired.done().containsAll(held.actions());
        if (isLeft && chapter.lead().suspensions().isEmpty()) {
            expire(chapter, held, trigger.name(), fired.reason().orElse(Reasons.NOT_CONFIGURED));
        }
    }

    /**
     * What became of a trigger's actions.
     *
     * @param done in words of the API
     * @param obstacles why the others could not be done
     */
    private record Fired(List<String> done, List<String> obstacles) {

        Optional<String> reason() {
            return obstacles.isEmpty()
                    ? Optional.empty()
                    : Optional.of(String.join(", ", obstacles));
        }
    }

    private static Fired fire(
            Chapter chapter, String formId, Trigger trigger, List<Action> actions) {
        List<Action> possible = new ArrayList<>();
        List<String> obstacles = new ArrayList<>();
        for (Action action : actions) {
            obstacle(chapter, action).ifPresentOrElse(obstacles::add, () -> possible.add(action));
        }
        if (!possible.isEmpty()) {
            chapter.add(
                    new Entry.TriggerFired(formId, trigger.id(), trigger.name(), words(possible)));
        }
        for (Action action : possible) {
            if (obstacle(chapter, action).isEmpty()) { // the same campaign may stand there twice
                act(chapter, action);
            }
        }
        return new Fired(words(possible), obstacles.stream().distinct().toList());
    }

    private static void act(Chapter chapter, Action action) {
        switch (action) {
            case Action.EmailLead(String macroId) ->
                    chapter.practice()
                            .macro(macroId)
                            .ifPresent(m -> MailRules.automatic(chapter, m));
            case Action.EnrolDrip(String campaignId) ->
                    chapter.practice()
                            .drip(campaignId)
                            .ifPresent(d -> DripRules.begin(chapter, d, false));
            case Action.NotifyOwner() -> NoticeRules.tellOwner(chapter);
        }
    }

    private static Optional<String> obstacle(Chapter chapter, Action action) {
        return switch (action) {
            case Action.EmailLead(String macroId) ->
                    chapter.practice().macro(macroId).isPresent()
                            ? SendingRules.automaticObstacle(chapter.lead())
                            : Optional.of(Reasons.NOT_CONFIGURED);
            case Action.EnrolDrip(String campaignId) -> DripRules.obstacle(chapter, campaignId);
            case Action.NotifyOwner() ->
                    NoticeRules.owner(chapter).isPresent()
                            ? Optional.empty()
                            : Optional.of(Reasons.NO_OWNER);
        };
    }

    private static boolean isHeld(Lead lead, Action action) {
        if (SuspensionRules.holdsEverything(lead)) {
            return true;
        }
        return lead.isSuspended(SuspensionCause.INCOMPLETE)
                && !(action instanceof Action.NotifyOwner);
    }

    private static void expire(Chapter chapter, HeldTrigger held, String name, String reason) {
        chapter.add(new Entry.TriggerExpired(held.formId(), held.triggerId(), name, reason));
    }

    private static Optional<Trigger> configured(Chapter chapter, HeldTrigger held) {
        return chapter.practice().form(held.formId()).stream()
                .flatMap(f -> f.triggers().stream())
                .filter(t -> t.id().equals(held.triggerId()))
                .findFirst();
    }

    private static String name(Optional<Trigger> trigger, HeldTrigger held) {
        return trigger.map(Trigger::name).orElse(held.triggerId());
    }

    private static List<String> words(List<Action> actions) {
        return actions.stream().map(TriggerRules::word).toList();
    }

    private static String word(Action action) {
        return switch (action) {
            case Action.EmailLead a -> EMAIL_LEAD;
            case Action.EnrolDrip a -> "enrolDrip";
            case Action.NotifyOwner a -> "notifyOwner";
        };
    }
}
