package io.leadmap.practice;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Form.FormField;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Trigger;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold within one form, and between it and what else is configured. */
final class FormConstraints {

    /** Actions of one form's triggers: one command writes 90 items at most. */
    private static final int MOST_ACTIONS = 20;

    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9.-]{1,253}|\\[[0-9a-f:.]{2,45}])(:\\d{1,5})?");

    private static final Set<String> FORM_ONLY =
            Set.of(
                    "fullName",
                    "message",
                    "address.line1",
                    "address.line2",
                    "address.city",
                    "address.region",
                    "address.postalCode",
                    "address.country");

    private final Practice practice;
    private final Form form;
    private final String at;
    private final Faults faults;

    /**
     * @param at the form's path
     */
    FormConstraints(Practice practice, Form form, String at, Faults faults) {
        this.practice = practice;
        this.form = form;
        this.at = at + ".";
        this.faults = faults;
    }

    void check() {
        faults.known(at + "mapId", form.mapId(), practice::map);
        faults.known(at + "ownerId", form.ownerId(), practice::person);
        faults.known(at + "sourceId", form.sourceId(), practice::source);
        faults.known(at + "divisionId", form.divisionId(), practice::division);
        if (form.fields().isEmpty()) {
            faults.add(at + "fields", "a form needs a field");
        }
        faults.unique(at + "fields", form.fields(), FormField::name);
        faults.unique(at + "triggers", form.triggers(), Trigger::id);
        for (int i = 0; i < form.fields().size(); i++) {
            checkField(at + "fields[" + i + "].name", form.fields().get(i));
        }
        for (int i = 0; i < form.origins().size(); i++) {
            checkOrigin(at + "origins[" + i + "]", form.origins().get(i));
        }
        checkTriggers();
    }

    private void checkField(String place, FormField field) {
        FieldKey key = field.key();
        if (key == null) {
            if (!FORM_ONLY.contains(field.name())) {
                faults.add(place, "there is no such field");
            }
        } else if (key.equals(FieldKey.DIVISION) || key.equals(FieldKey.SOURCE)) {
            faults.add(place, "the form's own divisionId and sourceId say that");
        } else if (key.isCustom()) {
            faults.known(place, key.customKey(), practice::field);
        }
    }

    /** As browsers send it, because it is compared with what they send. */
    private void checkOrigin(String place, String origin) {
        boolean usualPort =
                origin.startsWith("https:") ? origin.endsWith(":443") : origin.endsWith(":80");
        if (usualPort || !ORIGIN.matcher(origin).matches()) {
            faults.add(
                    place,
                    "an origin like https://www.example.com is needed: in small letters, without"
                            + " the usual port and without a slash at its end; letters outside"
                            + " ASCII as xn--");
        }
    }

    private void checkTriggers() {
        int actions = 0;
        int mails = 0;
        for (int i = 0; i < form.triggers().size(); i++) {
            List<Trigger.Action> does = form.triggers().get(i).actions();
            actions += does.size();
            for (int j = 0; j < does.size(); j++) {
                String action = at + "triggers[" + i + "].actions[" + j + "]";
                switch (does.get(j)) {
                    case Trigger.Action.EmailLead(String macro) -> {
                        mails++;
                        MacroDocument.mailed(practice, action + ".emailLead", macro, faults);
                    }
                    case Trigger.Action.EnrolDrip(String drip) ->
                            faults.known(action + ".enrolDrip", drip, practice::drip);
                    case Trigger.Action.NotifyOwner() -> {}
                }
            }
        }
        if (actions > MOST_ACTIONS) {
            faults.add(at + "triggers", "at most " + MOST_ACTIONS + " actions in all");
        }
        if (mails > Trigger.MOST_MAILS) {
            faults.add(at + "triggers", "at most " + Trigger.MOST_MAILS + " mails in all");
        }
    }
}
