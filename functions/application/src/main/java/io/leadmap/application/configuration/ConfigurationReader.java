package io.leadmap.application.configuration;

import io.leadmap.application.json.JsonFields;
import io.leadmap.domain.decide.Refusal.FieldError;
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
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.Source;
import io.leadmap.domain.practice.Trigger;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a practice's whole configuration from one JSON document. Errors name the path, for example
 * {@code forms[0].fields[2].name}; what refers to something else is checked by {@link
 * ConfigurationRules}.
 */
public final class ConfigurationReader {

    private ConfigurationReader() {}

    /** The document as a configuration, or everything that is wrong with it. */
    public static Result read(JsonNode document, long version) {
        JsonFields fields = JsonFields.of(document);
        String id = fields.requiredText("practice");
        if (!id.isEmpty() && !PracticeId.isValid(id)) {
            fields.invalid(
                    "practice",
                    "2 to 24 lower-case letters and digits, beginning with a letter, are needed");
        }
        Practice practice =
                new Practice(
                        new PracticeId(PracticeId.isValid(id) ? id : "unknown"),
                        version,
                        fields.requiredText("name"),
                        fields.text("phone", ""),
                        SettingsReader.read(fields.objectOrEmpty("settings")),
                        each(fields, "people", ConfigurationReader::person),
                        each(fields, "divisions", ConfigurationReader::division),
                        each(
                                fields,
                                "sources",
                                f -> new Source(Ids.read(f), f.requiredText("name"))),
                        each(fields, "fields", ConfigurationReader::field),
                        each(fields, "forms", ConfigurationReader::form),
                        each(fields, "maps", ConfigurationReader::map),
                        each(fields, "macros", ConfigurationReader::macro),
                        drips(fields),
                        each(
                                fields,
                                "lossReasons",
                                f ->
                                        new AddedLossReason(
                                                f.requiredText("id"), f.requiredText("label"))),
                        each(fields, "connections", ConfigurationReader::connection));
        List<FieldError> errors = new ArrayList<>(fields.malformed());
        errors.addAll(fields.invalid());
        if (errors.isEmpty()) {
            errors.addAll(ConfigurationRules.broken(practice));
        }
        return errors.isEmpty() ? new Result.Read(practice) : new Result.Wrong(errors);
    }

    /** What reading came to. */
    public sealed interface Result {

        record Read(Practice practice) implements Result {}

        record Wrong(List<FieldError> errors) implements Result {
            public Wrong {
                errors = List.copyOf(errors);
            }
        }
    }

    private static <T> List<T> each(
            JsonFields fields, String name, java.util.function.Function<JsonFields, T> read) {
        return fields.objects(name).stream().map(read).toList();
    }

    private static Person person(JsonFields f) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : f.texts("roles")) {
            switch (name) {
                case "agent" -> roles.add(Role.AGENT);
                case "provider" -> roles.add(Role.PROVIDER);
                case "administrator" -> roles.add(Role.ADMINISTRATOR);
                default -> f.invalid("roles", "agent, provider and administrator are the roles");
            }
        }
        String name = f.requiredText("name");
        return new Person(
                Ids.read(f),
                name,
                Addresses.bare(f, "email"),
                f.text("alias", name),
                f.text("signature", ""),
                roles,
                f.flag("active", true),
                f.number("activeSince", 0, 0, Integer.MAX_VALUE));
    }

    private static Division division(JsonFields f) {
        return new Division(Ids.read(f), f.requiredText("name"), f.text("parent"));
    }

    private static CustomField field(JsonFields f) {
        String key = f.requiredText("key");
        if (!key.isEmpty() && !key.matches("[A-Za-z][A-Za-z0-9-]{0,39}")) {
            f.invalid(
                    "key",
                    "letters, digits and dashes are needed, 40 at most, beginning with a letter");
        }
        CustomField.Kind kind = f.camel("kind", CustomField.Kind.class);
        if (kind == null) {
            f.missing("kind");
            kind = CustomField.Kind.TEXT;
        }
        List<String> options = f.texts("options");
        boolean chosen = kind == CustomField.Kind.DROPDOWN || kind == CustomField.Kind.RADIO;
        if (chosen && options.isEmpty()) {
            f.invalid("options", "a choice needs options");
        } else if (!chosen && kind != CustomField.Kind.CHECKBOX && !options.isEmpty()) {
            f.invalid("options", "only a dropdown, radio or checkbox has options");
        }
        return new CustomField(key, f.requiredText("label"), kind, options);
    }

    private static Form form(JsonFields f) {
        return new Form(
                Ids.read(f),
                f.requiredText("name"),
                f.flag("active", true),
                each(f, "fields", ConfigurationReader::formField),
                f.text("mapId"),
                f.text("ownerId"),
                f.text("sourceId"),
                f.text("divisionId"),
                f.text("confirmation", "Thank you."),
                redirect(f),
                f.texts("origins"),
                f.text("consentWording"),
                each(f, "triggers", ConfigurationReader::trigger));
    }

    private static Form.FormField formField(JsonFields f) {
        return new Form.FormField(
                f.requiredText("name"),
                f.requiredText("label"),
                f.text("help", ""),
                f.flag("required", false),
                f.text("hiddenValue"));
    }

    private static @Nullable URI redirect(JsonFields f) {
        String text = f.text("redirect");
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (java.net.URISyntaxException e) {
            // said below
        }
        f.invalid("redirect", "an address that begins with https:// is needed");
        return null;
    }

    private static Trigger trigger(JsonFields f) {
        List<Trigger.Action> actions = new ArrayList<>();
        for (JsonFields action : f.objects("actions")) {
            String macro = action.text("emailLead");
            String campaign = action.text("enrolDrip");
            Boolean notify = action.flag("notifyOwner");
            if (action.names().size() != 1) {
                action.invalid("", "exactly one of emailLead, enrolDrip and notifyOwner is needed");
            } else if (macro != null) {
                actions.add(new Trigger.Action.EmailLead(macro));
            } else if (campaign != null) {
                actions.add(new Trigger.Action.EnrolDrip(campaign));
            } else if (notify != null) {
                actions.add(new Trigger.Action.NotifyOwner());
            }
        }
        return new Trigger(Ids.read(f), f.requiredText("name"), f.flag("active", true), actions);
    }

    private static LeadMap map(JsonFields f) {
        return new LeadMap(
                Ids.read(f),
                f.number("version", 1, 1, 1_000_000),
                f.requiredText("name"),
                f.text("colour", ""),
                each(
                        f,
                        "tracks",
                        track ->
                                new LeadMap.Track(
                                        Ids.read(track),
                                        track.requiredText("name"),
                                        each(
                                                track,
                                                "steps",
                                                step ->
                                                        new LeadMap.Step(
                                                                Ids.read(step),
                                                                step.requiredText("name"),
                                                                step.text("description", ""),
                                                                step.flag("required", true))))));
    }

    private static Macro macro(JsonFields f) {
        Macro.Channel channel = f.camel("channel", Macro.Channel.class);
        if (channel == null) {
            f.missing("channel");
            channel = Macro.Channel.NOTE;
        }
        String subject =
                channel == Macro.Channel.EMAIL ? f.requiredText("subject") : f.text("subject", "");
        if (subject.contains("\n") || subject.contains("\r")) {
            f.invalid("subject", "one line is needed");
        }
        return new Macro(
                Ids.read(f),
                f.number("version", 1, 1, 1_000_000),
                f.requiredText("name"),
                channel,
                subject,
                f.requiredText("html"));
    }

    private static List<DripCampaign> drips(JsonFields fields) {
        List<DripCampaign> drips = new ArrayList<>();
        for (JsonFields f : fields.objects("drips")) {
            String id = Ids.read(f);
            String name = f.requiredText("name");
            boolean active = f.flag("active", true);
            boolean again = f.flag("again", false);
            List<String> former = f.texts("former");
            List<DripCampaign.DripMail> mails = dripMails(f);
            if (mails.isEmpty()) {
                f.invalid("mails", "a campaign needs a mail");
            } else {
                drips.add(new DripCampaign(id, name, active, again, mails, former));
            }
        }
        return drips;
    }

    /**
     * A mail that names no id has its macro's: the same mail as long as it sends the same macro. A
     * macro that a campaign sends again is counted.
     */
    private static List<DripCampaign.DripMail> dripMails(JsonFields campaign) {
        Map<String, Integer> times = new HashMap<>();
        return each(
                campaign,
                "mails",
                mail -> {
                    String macro = mail.requiredText("macroId");
                    int time = times.merge(macro, 1, Integer::sum);
                    return new DripCampaign.DripMail(
                            Ids.read(mail, time == 1 ? macro : macro + "-" + time),
                            mail.duration("delay", Duration.ZERO),
                            macro);
                });
    }

    private static Connection connection(JsonFields f) {
        Map<String, String> locations = new LinkedHashMap<>();
        f.members("locations")
                .forEach((external, division) -> {
                    if (division.isString()) {
                        locations.put(external, division.getStringValue());
                    } else {
                        f.wrongType(
                                "locations." + external.toLowerCase(Locale.ROOT),
                                "a division's id is needed");
                    }
                });
        Instant startedAt = f.instant("startedAt");
        if (startedAt == null) {
            f.missing("startedAt");
            startedAt = Instant.EPOCH;
        }
        return new Connection(
                Ids.read(f), f.requiredText("provider"), f.texts("secrets"), locations, startedAt);
    }
}
