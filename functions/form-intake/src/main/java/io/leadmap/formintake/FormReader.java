package io.leadmap.formintake;

import io.leadmap.domain.decide.Command.Submission;
import io.leadmap.domain.decide.FieldInput;
import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.lead.Consent;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.FieldValue.Text;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.PostalAddress;
import io.leadmap.domain.lead.TypedNames;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Form.FormField;
import io.leadmap.domain.text.Line;
import io.leadmap.ports.PhoneNumbers;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads what strangers typed into typed values, field by field of the form; collects what is wrong
 * (domain section 8).
 */
final class FormReader {

    private static final String ADDRESS_PART = "address.";

    /** What a first or last name may have in characters; more than this is suspected anyway. */
    private static final int LONGEST_NAME = 100;

    private final HostedForm form;
    private final Typed typed;
    private final Instant now;
    private final Map<FieldKey, FieldValue> given = new TreeMap<>();
    private final Map<String, String> address = new TreeMap<>();
    private final List<FieldError> errors = new ArrayList<>();
    private @Nullable String message;

    private FormReader(HostedForm form, Typed typed, Instant now) {
        this.form = form;
        this.typed = typed;
        this.now = now;
    }

    /** What was typed, once read; of no use if anything is wrong. */
    record Read(Submission submission, List<FieldError> errors) {
        Read {
            errors = List.copyOf(errors);
        }
    }

    static Read read(
            HostedForm form, Typed typed, PhoneNumbers phones, boolean suspectedSpam, Instant now) {
        FormReader reader = new FormReader(form, typed, now);
        form.form().fields().forEach(reader::take);
        reader.takeAddress();
        boolean suspected = suspectedSpam || TypedNames.areSuspicious(Fields.of(reader.given));
        List.of(FieldKey.FIRST_NAME, FieldKey.LAST_NAME, FieldKey.NAME).forEach(reader::cut);
        Fields fields = reader.values(phones);
        reader.needNameAndContact(fields);
        return new Read(
                new Submission(
                        form.form().id(),
                        fields,
                        typed.attribution(),
                        reader.consent(),
                        reader.message,
                        suspected),
                reader.errors);
    }

    private void take(FormField field) {
        String value = field.hiddenValue() != null ? field.hiddenValue() : typed.one(field.name());
        if (value.isEmpty()) {
            if (field.required()) {
                error(field.name(), "Please fill this in.");
            }
        } else if (field.name().equals("message")) {
            message = value;
            if (value.length() > Submission.LONGEST_MESSAGE) {
                error(
                        "message",
                        "Please shorten this to " + Submission.LONGEST_MESSAGE + " characters.");
            }
        } else if (field.name().equals("fullName")) {
            split(value);
        } else if (field.name().startsWith(ADDRESS_PART)) {
            address.put(field.name().substring(ADDRESS_PART.length()), value);
        } else if (field.key() != null) {
            given.put(field.key(), value(field, value));
        }
    }

    /**
     * A full name is split at its last space; a single word is a first name. A field of its own
     * wins over this.
     */
    private void split(String fullName) {
        String name = Line.of(fullName);
        int space = name.lastIndexOf(' ');
        given.putIfAbsent(
                FieldKey.FIRST_NAME, new Text(space < 0 ? name : name.substring(0, space)));
        if (space >= 0) {
            given.putIfAbsent(FieldKey.LAST_NAME, new Text(name.substring(space + 1)));
        }
    }

    /**
     * The chosen options in the field's order, so that the same choice is the same value; else the
     * text.
     */
    private FieldValue value(FormField field, String value) {
        FieldKey key = new FieldKey(field.name());
        Optional<CustomField> several =
                (key.isCustom()
                                ? form.practice().field(key.customKey())
                                : Optional.<CustomField>empty())
                        .filter(custom -> custom.kind() == CustomField.Kind.CHECKBOX)
                        .filter(custom -> !custom.options().isEmpty());
        return several.isPresent() && field.hiddenValue() == null
                ? new FieldValue.Choices(typed.all(field.name()))
                : new Text(value);
    }

    private void takeAddress() {
        if (!address.isEmpty()) {
            given.put(
                    FieldKey.ADDRESS,
                    new FieldValue.Postal(
                            new PostalAddress(
                                    address.getOrDefault("line1", ""),
                                    address.getOrDefault("line2", ""),
                                    address.getOrDefault("city", ""),
                                    address.getOrDefault("region", ""),
                                    address.getOrDefault("postalCode", ""),
                                    address.getOrDefault("country", ""))));
        }
    }

    /**
     * A text in a name's place that is too long for one is nobody's name, but nobody is turned away
     * for it: the submission is suspected, its name is cut, and the whole stands in the message.
     */
    private void cut(FieldKey name) {
        if (given.get(name) instanceof Text(String whole) && whole.length() > LONGEST_NAME) {
            given.put(name, new Text(beginning(whole, LONGEST_NAME)));
            String before = message == null ? "" : message + "\n\n";
            message = beginning(before + whole, Submission.LONGEST_MESSAGE);
        }
    }

    private static String beginning(String text, int longest) {
        int end = Math.min(text.length(), longest);
        boolean splits = end < text.length() && Character.isLowSurrogate(text.charAt(end));
        return text.substring(0, splits ? end - 1 : end);
    }

    private Fields values(PhoneNumbers phones) {
        Map<FieldKey, FieldValue> values = new TreeMap<>();
        given.forEach((key, value) -> {
            FieldValue asTyped =
                    key.equals(FieldKey.PHONE) && value instanceof Text(String number)
                            ? phones.field(number, form.practice().settings().country())
                            : value;
            switch (FieldInput.read(form.practice(), key, asTyped, now)) {
                case FieldInput.Read(FieldValue read) -> values.put(key, read);
                case FieldInput.Blank() -> {}
                case FieldInput.Wrong(FieldError wrong) ->
                        error(shownAs(wrong.field()), wrong.message());
            }
        });
        return Fields.of(values);
    }

    /** What every lead needs, whatever the form asks for (domain section 2). */
    private void needNameAndContact(Fields fields) {
        if (!fields.hasName() && !isWrong("firstName") && !isWrong("lastName")) {
            error(shownAs("firstName"), "Please tell us your name.");
        }
        if (!fields.hasContact() && !isWrong("email") && !isWrong("phone")) {
            error(
                    form.hasField("phone") ? "phone" : "email",
                    "Please give us a phone number or an email address.");
        }
    }

    /** Who has to mend what they gave is not told to give it. */
    private boolean isWrong(String name) {
        return given.containsKey(new FieldKey(name))
                && errors.stream().anyMatch(e -> e.field().equals(shownAs(name)));
    }

    /** The name of the form's field in which this one was typed. */
    private String shownAs(String name) {
        if (form.hasField(name)) {
            return name;
        }
        boolean isPartOfName = name.equals("firstName") || name.equals("lastName");
        return form.form().fields().stream()
                .map(FormField::name)
                .filter(n ->
                        isPartOfName
                                ? n.equals("fullName")
                                        || n.equals("firstName")
                                        || n.equals("lastName")
                                : n.startsWith(name + "."))
                .findFirst()
                .orElse(name);
    }

    private @Nullable Consent consent() {
        String wording = form.form().consentWording();
        return wording == null
                ? null
                : new Consent(wording, Typed.isTicked(typed.one("consent")), now, form.form().id());
    }

    /** One error a field: the first says what to do first. */
    private void error(String name, String text) {
        if (errors.stream().noneMatch(e -> e.field().equals(name))) {
            errors.add(new FieldError(name, text));
        }
    }
}
