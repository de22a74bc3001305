package io.leadmap.domain.decide;

import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.HeldTrigger;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.domain.practice.Trigger.Action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private TriggerRules() {}

    /** Fires every active trigger of the form; what the lead's suspension holds waits. */
    static void received(Chapter chapter, Form form) {
        for (Trigger trigger : form.triggers()) {
            if (!trigger.active()) {
                continue;
            }
            Trigger.Key key = new Trigger.Key(Trigger.Anchor.form(form.id()), trigger.id());
            Predicate<Action> held = a -> isHeld(chapter.lead(), a);
            List<Action> later = trigger.actions().stream().filter(held).toList();
            List<Action> now = trigger.actions().stream().filter(held.negate()).toList();
            Map<String, List<Action>> obstacles = fire(chapter, key, now);
            obstacles.remove(Reasons.NO_OWNER); // nobody to tell is nothing to tell
            skip(chapter, key, obstacles);
            if (!later.isEmpty()) {
                hold(chapter, key, later);
            }
        }
    }

    /**
     * Runs what was held, oldest first, as far as nothing holds it any longer; what has become
     * pointless is skipped or expires.
     */
    static void runHeld(Chapter chapter) {
        for (HeldTrigger held : chapter.lead().suspension().held()) {
            Optional<Trigger> trigger =
                    chapter.practice().trigger(held.trigger()).filter(Trigger::active);
            if (trigger.isEmpty()) {
                expire(chapter, held, Reasons.NOT_CONFIGURED);
            } else if (held.since().plus(chapter.settings().heldExpiry()).isBefore(chapter.at())) {
                expire(chapter, held, Reasons.TOO_OLD);
            } else {
                resume(chapter, held, trigger.get());
            }
        }
    }

    /**
     * Expires everything that is held: the lead has closed, and a reopened one fires nothing again.
     */
    static void expireHeld(Chapter chapter, String reason) {
        chapter.lead().suspension().held().forEach(held -> expire(chapter, held, reason));
    }

    private static void hold(Chapter chapter, Trigger.Key key, List<Action> actions) {
        while (isTooMuch(chapter.lead().suspension().held(), actions)) {
            expire(chapter, chapter.lead().suspension().held().getFirst(), Reasons.TOO_MANY);
        }
        chapter.add(new TriggerEntry.TriggerHeld(key, actions));
    }

    private static boolean isTooMuch(List<HeldTrigger> held, List<Action> more) {
        long mails =
                Stream.concat(held.stream().flatMap(h -> h.actions().stream()), more.stream())
                        .filter(Action.EmailLead.class::isInstance)
                        .count();
        return !held.isEmpty() && (held.size() >= MOST_HELD || mails > Trigger.MOST_MAILS);
    }

    /** What the administrator took out of the trigger meanwhile is skipped, too. */
    private static void resume(Chapter chapter, HeldTrigger held, Trigger trigger) {
        List<Action> standing = held.standing(trigger);
        Map<String, List<Action>> obstacles =
                fire(
                        chapter,
                        held.trigger(),
                        standing.stream().filter(a -> !isHeld(chapter.lead(), a)).toList());
        List<Action> gone = held.without(standing).actions();
        if (!gone.isEmpty()) {
            obstacles.computeIfAbsent(Reasons.NOT_CONFIGURED, r -> new ArrayList<>()).addAll(gone);
        }
        if (chapter.lead().suspension().causes().isEmpty()) {
            skip(chapter, held.trigger(), obstacles);
        }
    }

    /**
     * Does what can be done.
     *
     * @return what could not, by the reason
     */
    private static Map<String, List<Action>> fire(
            Chapter chapter, Trigger.Key key, List<Action> actions) {
        List<Action> possible = new ArrayList<>();
        Map<String, List<Action>> obstacles = new LinkedHashMap<>();
        for (Action action : actions) {
            obstacle(chapter, action)
                    .or(() -> repetition(chapter, action, possible))
                    .ifPresentOrElse(
                            reason ->
                                    obstacles
                                            .computeIfAbsent(reason, r -> new ArrayList<>())
                                            .add(action),
                            () -> possible.add(action));
        }
        if (!possible.isEmpty()) {
            chapter.add(new TriggerEntry.TriggerFired(key, possible));
        }
        chapter.by(key, () -> possible.forEach(action -> actIfPossible(chapter, action)));
        return obstacles;
    }

    /** The same mail twice in one trigger is one when a suspension ends (domain section 2). */
    private static Optional<String> repetition(
            Chapter chapter, Action action, List<Action> before) {
        return chapter.hasReinstated()
                        && action instanceof Action.EmailLead
                        && before.contains(action)
                ? Optional.of(Reasons.JUST_SENT)
                : Optional.empty();
    }

    private static void skip(
            Chapter chapter, Trigger.Key key, Map<String, List<Action>> obstacles) {
        obstacles.forEach((reason, actions) ->
                chapter.add(new TriggerEntry.TriggerSkipped(key, actions, reason)));
    }

    /** Asks again, as the same campaign may stand there twice. */
    private static void actIfPossible(Chapter chapter, Action action) {
        if (obstacle(chapter, action).isEmpty()) {
            act(chapter, action);
        }
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
                            ? SendingRules.automaticObstacle(chapter.lead(), chapter.address())
                                    .or(() -> MailRules.repetition(chapter, macroId))
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
        return lead.suspension().isFor(SuspensionCause.INCOMPLETE)
                && !(action instanceof Action.NotifyOwner);
    }

    private static void expire(Chapter chapter, HeldTrigger held, String reason) {
        chapter.add(new TriggerEntry.TriggerExpired(held.trigger(), held.actions(), reason));
    }
}
