package io.leadmap.application.configuration;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.macro.Placeholders;
import io.leadmap.domain.practice.AddedLossReason;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Source;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.domain.text.Words;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What must hold between the parts of a configuration, and what a single part cannot know. */
final class ConfigurationRules {

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
    private final List<FieldError> errors = new ArrayList<>();

    private ConfigurationRules(Practice practice) {
        this.practice = practice;
    }

    /** Every rule that the configuration breaks, with the path of what breaks it. */
    static List<FieldError> broken(Practice practice) {
        ConfigurationRules rules = new ConfigurationRules(practice);
        rules.checkIds();
        rules.checkDivisions();
        rules.checkForms();
        rules.checkMaps();
        rules.checkMacros();
        rules.checkDrips();
        rules.checkConnections();
        rules.known("settings.defaultMapId", practice.settings().defaultMapId(), practice::map);
        return rules.errors;
    }

    private void checkIds() {
        unique("people", practice.people(), Person::id);
        unique("divisions", practice.divisions(), Division::id);
        unique("sources", practice.sources(), Source::id);
        unique("sources", practice.sources(), s -> Words.comparisonForm(s.name()));
        unique("fields", practice.fields(), CustomField::key);
        unique("forms", practice.forms(), Form::id);
        unique("maps", practice.maps(), LeadMap::id);
        unique("maps", practice.maps(), m -> Words.comparisonForm(m.name()));
        unique("macros", practice.macros(), Macro::id);
        unique("drips", practice.drips(), DripCampaign::id);
        unique("lossReasons", practice.lossReasons(), AddedLossReason::id);
        unique("connections", practice.connections(), Connection::id);
        for (int i = 0; i < practice.lossReasons().size(); i++) {
            if (LossReason.STANDARD.contains(practice.lossReasons().get(i).id())) {
                wrong("lossReasons[" + i + "].id", "every practice has this reason already");
            }
        }
    }

    private void checkDivisions() {
        List<Division> divisions = practice.divisions();
        List<Division> roots = divisions.stream().filter(d -> d.parent() == null).toList();
        if (roots.size() != 1) {
            wrong("divisions", "exactly one division has no parent");
            return;
        }
        for (int i = 0; i < divisions.size(); i++) {
            String at = "divisions[" + i + "].parent";
            Division division = divisions.get(i);
            known(at, division.parent(), practice::division);
            if (!practice.isInOrUnder(division.id(), roots.getFirst().id())) {
                wrong(at, "does not lead to the root");
            }
        }
    }

    private void checkForms() {
        for (int i = 0; i < practice.forms().size(); i++) {
            Form form = practice.forms().get(i);
            String at = "forms[" + i + "].";
            known(at + "mapId", form.mapId(), practice::map);
            known(at + "ownerId", form.ownerId(), practice::person);
            known(at + "sourceId", form.sourceId(), practice::source);
            known(at + "divisionId", form.divisionId(), practice::division);
            if (form.fields().isEmpty()) {
                wrong(at + "fields", "a form needs a field");
            }
            unique(at + "fields", form.fields(), Form.FormField::name);
            unique(at + "triggers", form.triggers(), Trigger::id);
            for (int j = 0; j < form.fields().size(); j++) {
                checkFormField(at + "fields[" + j + "].name", form.fields().get(j));
            }
            for (int j = 0; j < form.origins().size(); j++) {
                checkOrigin(at + "origins[" + j + "]", form.origins().get(j));
            }
            checkTriggers(at, form);
        }
    }

    private void checkFormField(String at, Form.FormField field) {
        FieldKey key = field.key();
        if (key == null) {
            if (!FORM_ONLY.contains(field.name())) {
                wrong(at, "there is no such field");
            }
        } else if (key.equals(FieldKey.DIVISION) || key.equals(FieldKey.SOURCE)) {
            wrong(at, "the form's own divisionId and sourceId say that");
        } else if (key.isCustom()) {
            known(at, key.customKey(), practice::field);
        }
    }

    /** As browsers send it, because it is compared with what they send. */
    private void checkOrigin(String at, String origin) {
        boolean usualPort =
                origin.startsWith("https:") ? origin.endsWith(":443") : origin.endsWith(":80");
        if (usualPort || !ORIGIN.matcher(origin).matches()) {
            wrong(
                    at,
                    "an origin like https://www.example.com is needed: in small letters, without"
                            + " the usual port and without a slash at its end; letters outside"
                            + " ASCII as xn--");
        }
    }

    private void checkTriggers(String at, Form form) {
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
                        mail(action + ".emailLead", macro);
                    }
                    case Trigger.Action.EnrolDrip(String drip) ->
                            known(action + ".enrolDrip", drip, practice::drip);
                    case Trigger.Action.NotifyOwner() -> {}
                }
            }
        }
        if (actions > MOST_ACTIONS) {
            wrong(at + "triggers", "at most " + MOST_ACTIONS + " actions in all");
        }
        if (mails > Trigger.MOST_MAILS) {
            wrong(at + "triggers", "at most " + Trigger.MOST_MAILS + " mails in all");
        }
    }

    private void checkMaps() {
        for (int i = 0; i < practice.maps().size(); i++) {
            LeadMap map = practice.maps().get(i);
            String at = "maps[" + i + "].tracks";
            if (map.tracks().isEmpty()) {
                wrong(at, "a map needs a track");
            }
            unique(at, map.tracks(), LeadMap.Track::id);
            unique(
                    at + " (steps)",
                    map.tracks().stream().flatMap(t -> t.steps().stream()).toList(),
                    LeadMap.Step::id);
        }
    }

    private void checkMacros() {
        for (int i = 0; i < practice.macros().size(); i++) {
            Macro macro = practice.macros().get(i);
            placeholders("macros[" + i + "].subject", macro.subject());
            placeholders("macros[" + i + "].html", macro.html());
        }
    }

    private void placeholders(String at, String text) {
        List<String> unknown = Placeholders.unknown(text, practice);
        if (!unknown.isEmpty()) {
            wrong(at, "there is no placeholder " + String.join(", ", unknown));
        }
    }

    private void checkDrips() {
        for (int i = 0; i < practice.drips().size(); i++) {
            DripCampaign campaign = practice.drips().get(i);
            List<DripCampaign.DripMail> mails = campaign.mails();
            unique("drips[" + i + "].mails", mails, DripCampaign.DripMail::id);
            for (int j = 0; campaign.active() && j < mails.size(); j++) {
                mail("drips[" + i + "].mails[" + j + "].macroId", mails.get(j).macroId());
            }
        }
    }

    private void checkConnections() {
        for (int i = 0; i < practice.connections().size(); i++) {
            Connection connection = practice.connections().get(i);
            String at = "connections[" + i + "].";
            if (!connection.provider().equals("standard")) {
                wrong(at + "provider", "standard is the one provider so far");
            }
            if (connection.secrets().isEmpty() || connection.secrets().size() > 2) {
                wrong(at + "secrets", "one secret, or two while it is changed, are needed");
            }
            for (int j = 0; j < connection.secrets().size(); j++) {
                if (!isSecret(connection.secrets().get(j))) {
                    wrong(
                            at + "secrets[" + j + "]",
                            "whsec_ and the base64 of 24 to 64 bytes are needed");
                }
            }
            connection
                    .locations()
                    .forEach((external, division) ->
                            known(at + "locations." + external, division, practice::division));
        }
    }

    private static boolean isSecret(String secret) {
        try {
            int length = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")).length;
            return secret.startsWith("whsec_") && length >= 24 && length <= 64;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void mail(String at, String macroId) {
        if (practice.macro(macroId).filter(m -> m.channel() == Macro.Channel.EMAIL).isEmpty()) {
            wrong(at, "there is no macro for email with this id");
        }
    }

    private void known(String at, @Nullable String id, Function<String, Optional<?>> find) {
        if (id != null && find.apply(id).isEmpty()) {
            wrong(at, "there is none with this id");
        }
    }

    private <T> void unique(String at, List<T> all, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!seen.add(id.apply(all.get(i)))) {
                wrong(at + "[" + i + "]", "is there twice");
            }
        }
    }

    private void wrong(String at, String message) {
        errors.add(new FieldError(at, message));
    }
}
