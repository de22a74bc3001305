package io.leadmap.dynamodb;

import io.leadmap.domain.practice.Trigger;
import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

/**
 * A trigger's anchor and actions as histories keep them: typed values with names of their own,
 * whatever a configuration calls them (domain section 4, what history holds).
 */
final class TriggerJson {

    private TriggerJson() {}

    static JsonNode anchor(Trigger.Anchor anchor) {
        return Json.object().put("kind", anchor.kind().name()).put("id", anchor.id()).node();
    }

    static Trigger.Anchor anchor(TrustingView tree) {
        return new Trigger.Anchor(tree.choice(Trigger.Anchor.Kind.class, "kind"), tree.text("id"));
    }

    static JsonNode action(Trigger.Action action) {
        return switch (action) {
            case Trigger.Action.EmailLead(String macro) ->
                    Json.object().put("does", "emailLead").put("macro", macro).node();
            case Trigger.Action.EnrolDrip(String campaign) ->
                    Json.object().put("does", "enrolDrip").put("campaign", campaign).node();
            case Trigger.Action.NotifyOwner() -> Json.object().put("does", "notifyOwner").node();
        };
    }

    static Trigger.Action action(TrustingView tree) {
        String does = tree.text("does");
        return switch (does) {
            case "emailLead" -> new Trigger.Action.EmailLead(tree.text("macro"));
            case "enrolDrip" -> new Trigger.Action.EnrolDrip(tree.text("campaign"));
            case "notifyOwner" -> new Trigger.Action.NotifyOwner();
            default -> throw new IllegalStateException("an action of unknown type " + does);
        };
    }
}
