package io.leadmap.domain.decide;

import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.Practice;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What may be written into a lead's fields (domain section 2). */
final class FieldRules {

    /**
     * How much text a lead's fields hold together, in bytes: a change of all of them, with the old
     * values beside the new and each byte escaped, must fit into one item of the history.
     */
    static final int ALL = 80_000;

    private FieldRules() {}

    /** Fields as they were read, with every error of every field. */
    record Checked(Fields fields, List<Refusal.FieldError> errors) {

        /** The refusal, if anything is wrong. */
        Optional<Refusal> refusal() {
            return errors.isEmpty() ? Optional.empty() : Optional.of(new Refusal.Invalid(errors));
        }
    }

    /** Reads every field by its definition; wrong ones are left out and named. */
    static Checked read(Practice practice, Fields given, Instant now) {
        Map<FieldKey, FieldValue> read = new TreeMap<>();
        List<Refusal.FieldError> errors = new ArrayList<>();
        given.values()
                .forEach((key, value) -> {
                    switch (FieldInput.read(practice, key, value, now)) {
                        case FieldInput.Read(FieldValue accepted) -> read.put(key, accepted);
                        case FieldInput.Blank() -> {}
                        case FieldInput.Wrong(Refusal.FieldError error) -> errors.add(error);
                    }
                });
        return new Checked(Fields.of(read), errors);
    }

    /** Like {@link #read}, for a new lead of a person: it needs a name, and a phone or an email. */
    static Checked readNew(Practice practice, Fields given, Instant now) {
        Checked checked = read(practice, given, now);
        List<Refusal.FieldError> errors = new ArrayList<>(checked.errors());
        if (checked.fields().size() > ALL) {
            errors.add(tooMuch(checked.fields().values()));
        }
        if (isNameless(checked)) {
            errors.add(new Refusal.FieldError("firstName", "Give a first name or a last name."));
        }
        if (isUnreachable(checked)) {
            errors.add(new Refusal.FieldError("email", "Give an email address or a phone number."));
        }
        return new Checked(checked.fields(), errors);
    }

    static Optional<Refusal> edit(Chapter chapter, Command.EditFields command) {
        Map<FieldKey, Optional<FieldValue>> changes = new TreeMap<>();
        List<Refusal.FieldError> errors = new ArrayList<>();
        new TreeMap<>(command.changes())
                .forEach((key, value) -> {
                    switch (readChange(chapter, key, value)) {
                        case FieldInput.Read(FieldValue accepted) ->
                                changes.put(key, Optional.of(accepted));
                        case FieldInput.Blank() -> changes.put(key, Optional.empty());
                        case FieldInput.Wrong(Refusal.FieldError error) -> errors.add(error);
                    }
                });
        errors.addAll(missingAfter(chapter.lead().fields(), changes));
        if (!errors.isEmpty()) {
            return Optional.of(new Refusal.Invalid(errors));
        }
        changes.forEach((key, value) -> set(chapter, key, value.orElse(null)));
        SuspensionRules.refresh(chapter);
        return Optional.empty();
    }

    /** Names the longest of these values, as the one to be shortened. */
    private static Refusal.FieldError tooMuch(Map<FieldKey, FieldValue> values) {
        FieldKey longest =
                values.entrySet().stream()
                        .max(
                                Comparator.comparingInt(
                                        (Map.Entry<FieldKey, FieldValue> v) -> v.getValue().size()))
                        .map(Map.Entry::getKey)
                        .orElse(FieldKey.COMMENT);
        return new Refusal.FieldError(
                longest.value(),
                "Shorten this: all fields of a lead hold at most " + ALL + " bytes together.");
    }

    /** What a lead that has it may not lose: its name, and the last way to reach it. */
    private static List<Refusal.FieldError> missingAfter(
            Fields before, Map<FieldKey, Optional<FieldValue>> changes) {
        Fields after = before;
        for (Map.Entry<FieldKey, Optional<FieldValue>> change : changes.entrySet()) {
            after = after.with(change.getKey(), change.getValue().orElse(null));
        }
        List<Refusal.FieldError> errors = new ArrayList<>();
        if (after.size() > Math.max(ALL, before.size())) {
            Fields changed = Fields.of(Map.of());
            for (FieldKey key : changes.keySet()) {
                changed = changed.with(key, after.values().get(key));
            }
            errors.add(tooMuch(changed.values()));
        }
        if (before.hasName() && !after.hasName()) {
            errors.add(
                    new Refusal.FieldError(
                            "firstName", "Keep a first name or a last name: a lead needs one."));
        }
        if (before.hasContact() && !after.hasContact()) {
            String removed = before.has(FieldKey.EMAIL) ? "email" : "phone";
            errors.add(
                    new Refusal.FieldError(
                            removed, "Keep a phone number or an email address: a lead needs one."));
        }
        return errors;
    }

    /** Fills what is blank and never overwrites. */
    static void fillBlanks(Chapter chapter, Fields given) {
        chapter.lead()
                .fields()
                .blanksFilledBy(given)
                .forEach((key, value) -> {
                    if (chapter.lead().fields().size() + value.size() <= ALL) {
                        set(chapter, key, value);
                    }
                });
    }

    /** Sets one field; the value that it has already is no change. */
    static void set(Chapter chapter, FieldKey key, @Nullable FieldValue to) {
        FieldValue from = current(chapter.lead(), key);
        if (to == null ? from != null : !to.equals(from)) {
            chapter.add(new RecordEntry.FieldChanged(key, from, to));
        }
    }

    private static @Nullable FieldValue current(Lead lead, FieldKey key) {
        if (key.equals(FieldKey.DIVISION)) {
            return new FieldValue.Text(lead.origin().division());
        }
        if (key.equals(FieldKey.SOURCE)) {
            return lead.origin().source() == null
                    ? null
                    : new FieldValue.Text(lead.origin().source());
        }
        return lead.fields().get(key).orElse(null);
    }

    private static FieldInput readChange(
            Chapter chapter, FieldKey key, Optional<FieldValue> value) {
        boolean isBlank = value.isEmpty() || value.get().equals(new FieldValue.Text(""));
        if (key.equals(FieldKey.DIVISION)) {
            return value.isPresent() && isDivision(chapter.practice(), value.get())
                    ? new FieldInput.Read(value.get())
                    : FieldInput.wrong(key, "Choose one of the practice's divisions.");
        }
        if (isBlank) {
            return new FieldInput.Blank();
        }
        if (key.equals(FieldKey.SOURCE)) {
            return isSource(chapter.practice(), value.get())
                    ? new FieldInput.Read(value.get())
                    : FieldInput.wrong(
                            key, "Choose one of the practice's sources, or add it first.");
        }
        return FieldInput.read(chapter.practice(), key, value.get(), chapter.at());
    }

    private static boolean isDivision(Practice practice, FieldValue value) {
        return value instanceof FieldValue.Text(String id) && practice.division(id).isPresent();
    }

    private static boolean isSource(Practice practice, FieldValue value) {
        return value instanceof FieldValue.Text(String id) && practice.source(id).isPresent();
    }

    private static boolean isNameless(Checked checked) {
        boolean complained =
                checked.errors().stream()
                        .anyMatch(
                                e -> e.field().equals("firstName") || e.field().equals("lastName"));
        return !checked.fields().hasName() && !complained;
    }

    private static boolean isUnreachable(Checked checked) {
        boolean complained =
                checked.errors().stream()
                        .anyMatch(e -> e.field().equals("email") || e.field().equals("phone"));
        return !checked.fields().hasContact() && !complained;
    }
}
