package io.leadmap.formintake;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Form.FormField;
import io.leadmap.domain.practice.Practice;
import io.leadmap.markup.Html;
import io.leadmap.markup.Html.Element;
import io.leadmap.markup.Html.Tag;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field of a hosted page with its label, help and error, bound to the control by {@code
 * aria-describedby}.
 *
 * @param values what was typed
 * @param error what is wrong with it, null if nothing is
 */
record FormControl(
        Practice practice, FormField field, List<String> values, @Nullable String error) {

    /** What browsers may fill in by themselves (HTML, section 4.10.18.7). */
    private static final Map<String, String> AUTOCOMPLETE =
            Map.ofEntries(
                    Map.entry("fullName", "name"),
                    Map.entry("firstName", "given-name"),
                    Map.entry("lastName", "family-name"),
                    Map.entry("email", "email"),
                    Map.entry("phone", "tel"),
                    Map.entry("dateOfBirth", "bday"),
                    Map.entry("address.line1", "address-line1"),
                    Map.entry("address.line2", "address-line2"),
                    Map.entry("address.city", "address-level2"),
                    Map.entry("address.region", "address-level1"),
                    Map.entry("address.postalCode", "postal-code"),
                    Map.entry("address.country", "country"));

    /** The id of a field's control, for links to it. */
    static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9]", "-");
    }

    Html html() {
        CustomField.Kind kind = custom().map(CustomField::kind).orElse(CustomField.Kind.TEXT);
        return switch (kind) {
            case TEXT, NUMBER, DATE -> labelled(input(kind));
            case DROPDOWN -> labelled(dropdown(options()));
            case RADIO -> group("radio");
            case CHECKBOX -> options().isEmpty() ? tick() : group("checkbox");
        };
    }

    /** A single checkbox with its label behind it. */
    Html tick() {
        Element box =
                described(
                        Tag.INPUT
                                .of()
                                .with("type", "checkbox")
                                .with("name", field.name())
                                .with("id", id(field.name()))
                                .with("value", "yes")
                                .when(Typed.isTicked(value()), "checked"));
        return Tag.DIV
                .of(
                        Tag.LABEL
                                .of(box, Tag.SPAN.of(field.label()))
                                .with("class", "choice")
                                .with("for", id(field.name())),
                        help(),
                        wrong())
                .with("class", "field");
    }

    private Optional<CustomField> custom() {
        FieldKey key = field.key();
        return key != null && key.isCustom() ? practice.field(key.customKey()) : Optional.empty();
    }

    private List<String> options() {
        return custom().map(CustomField::options).orElse(List.of());
    }

    private String value() {
        return values.isEmpty() ? "" : values.getLast();
    }

    private Html labelled(Element control) {
        return Tag.DIV
                .of(
                        Tag.LABEL.of(label()).with("for", id(field.name())),
                        help(),
                        described(
                                control.with("id", id(field.name()))
                                        .with("name", field.name())
                                        .with("autocomplete", AUTOCOMPLETE.get(field.name()))
                                        .when(field.required(), "required")),
                        wrong())
                .with("class", "field");
    }

    private Element input(CustomField.Kind kind) {
        if (field.name().equals("message") || field.name().equals("comment")) {
            return Tag.TEXTAREA.of(value()).with("rows", "5");
        }
        String type =
                switch (field.name()) {
                    case "email" -> "email";
                    case "phone" -> "tel";
                    case "dateOfBirth" -> "date";
                    default -> kind == CustomField.Kind.DATE ? "date" : "text";
                };
        return Tag.INPUT
                .of()
                .with("type", type)
                .with("value", value())
                .with("inputmode", kind == CustomField.Kind.NUMBER ? "decimal" : null);
    }

    private Element dropdown(List<String> options) {
        List<Html> choices = new ArrayList<>();
        choices.add(Tag.OPTION.of("Please choose").with("value", ""));
        for (String option : options) {
            choices.add(
                    Tag.OPTION
                            .of(option)
                            .with("value", option)
                            .when(option.equals(value()), "selected"));
        }
        return Tag.SELECT.of(Html.all(choices));
    }

    private Html group(String type) {
        List<Html> choices = new ArrayList<>();
        for (String option : options()) {
            // The first has the field's own id: links to the field lead there.
            String id = id(field.name()) + (choices.isEmpty() ? "" : "-" + choices.size());
            Element box =
                    Tag.INPUT
                            .of()
                            .with("type", type)
                            .with("name", field.name())
                            .with("id", id)
                            .with("value", option)
                            .when(values.contains(option), "checked")
                            .when(field.required() && type.equals("radio"), "required");
            choices.add(
                    Tag.LABEL.of(box, Tag.SPAN.of(option)).with("class", "choice").with("for", id));
        }
        return described(
                Tag.FIELDSET.of(Tag.LEGEND.of(label()), help(), Html.all(choices), wrong()));
    }

    private String label() {
        return field.required() ? field.label() : field.label() + " (optional)";
    }

    private Element described(Element control) {
        List<String> by = new ArrayList<>();
        if (!field.help().isEmpty()) {
            by.add(id(field.name()) + "-help");
        }
        if (error != null) {
            by.add(id(field.name()) + "-error");
        }
        return control.with("aria-describedby", by.isEmpty() ? null : String.join(" ", by))
                .with("aria-invalid", error == null ? null : "true");
    }

    private Html help() {
        return field.help().isEmpty()
                ? Html.none()
                : Tag.P.of(field.help())
                        .with("class", "help")
                        .with("id", id(field.name()) + "-help");
    }

    private Html wrong() {
        return error == null
                ? Html.none()
                : Tag.P.of(error).with("class", "error").with("id", id(field.name()) + "-error");
    }
}
