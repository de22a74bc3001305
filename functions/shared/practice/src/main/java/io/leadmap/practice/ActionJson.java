package io.leadmap.practice;

import io.leadmap.domain.practice.Trigger.Action;
import io.leadmap.json.Json;
import io.leadmap.json.StrictView;
import io.micronaut.json.tree.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** What a trigger does, as a practice configures it; a history shows it in the same form. */
public final class ActionJson {

    private ActionJson() {}

    /** One action as an object with one member. */
    public static JsonNode write(Action action) {
        return switch (action) {
            case Action.EmailLead(String macro) -> Json.object().put("emailLead", macro).node();
            case Action.EnrolDrip(String campaign) ->
                    Json.object().put("enrolDrip", campaign).node();
            case Action.NotifyOwner() -> Json.object().put("notifyOwner", true).node();
        };
    }

    static List<Action> read(StrictView trigger) {
        List<Action> actions = new ArrayList<>();
        for (StrictView action : trigger.objects("actions")) {
            String macro = action.text("emailLead");
            String campaign = action.text("enrolDrip");
            Boolean notify = action.flag("notifyOwner");
            if (action.names().size() != 1) {
                action.invalid("", "exactly one of emailLead, enrolDrip and notifyOwner is needed");
            } else if (macro != null) {
                actions.add(new Action.EmailLead(macro));
            } else if (campaign != null) {
                actions.add(new Action.EnrolDrip(campaign));
            } else if (notify != null) {
                actions.add(new Action.NotifyOwner());
            }
        }
        return actions;
    }
}
