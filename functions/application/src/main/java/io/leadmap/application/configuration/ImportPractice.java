package io.leadmap.application.configuration;

import io.leadmap.application.PhoneNumbers;
import io.leadmap.application.Practices;
import io.leadmap.application.Unavailable;
import io.leadmap.application.json.Json;
import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Source;
import io.micronaut.json.tree.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Loads or changes a practice's whole configuration: the operator's way to configure a practice.
 * The document is stored as the next version if it says anything new, or not at all: an answer with
 * {@code errors} has changed nothing. Sources that agents added on the spot and drip campaigns
 * stay, whether the document names them or not, because leads refer to them; such a campaign is
 * off.
 */
public final class ImportPractice implements Function<JsonNode, JsonNode> {

    private static final int TRIES = 5;

    private final Practices practices;
    private final PhoneNumbers phones;

    public ImportPractice(Practices practices, PhoneNumbers phones) {
        this.practices = practices;
        this.phones = phones;
    }

    /**
     * Answers {@code {practice, version, changed}} or {@code {errors: [{field, message}]}}.
     *
     * @throws Unavailable if others keep changing the same practice meanwhile
     */
    @Override
    public JsonNode apply(JsonNode document) {
        return switch (ConfigurationReader.read(document, 1)) {
            case ConfigurationReader.Result.Wrong(List<FieldError> errors) -> wrong(errors);
            case ConfigurationReader.Result.Read(Practice wanted) -> {
                List<FieldError> errors = new ArrayList<>(unreadable(wanted));
                errors.addAll(ConfigurationSize.exceeded(document));
                yield errors.isEmpty() ? store(wanted) : wrong(errors);
            }
        };
    }

    /**
     * Phones that cannot be dialled, or that would be refused as if the person who fills in the
     * form had typed them. Judged when they come in and never again: numbering plans change.
     */
    private List<FieldError> unreadable(Practice wanted) {
        List<FieldError> errors = new ArrayList<>();
        unreadable(errors, "phone", wanted.phone(), wanted);
        for (int i = 0; i < wanted.forms().size(); i++) {
            List<Form.FormField> fields = wanted.forms().get(i).fields();
            for (int j = 0; j < fields.size(); j++) {
                String always = fields.get(j).hiddenValue();
                if (FieldKey.PHONE.equals(fields.get(j).key()) && always != null) {
                    unreadable(
                            errors,
                            "forms[" + i + "].fields[" + j + "].hiddenValue",
                            always,
                            wanted);
                }
            }
        }
        return errors;
    }

    private void unreadable(List<FieldError> errors, String at, String phone, Practice wanted) {
        if (!phone.isBlank()
                && phones.field(phone, wanted.settings().country())
                        instanceof FieldValue.Unread(String message)) {
            errors.add(new FieldError(at, message));
        }
    }

    private JsonNode store(Practice wanted) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Practice> stored = practices.find(wanted.id());
            List<FieldError> outdated =
                    stored.map(s -> Versions.outdated(wanted, s)).orElse(List.of());
            if (!outdated.isEmpty()) {
                return wrong(outdated);
            }
            long newest = stored.map(Practice::version).orElse(0L);
            Practice same = merged(wanted, stored, newest);
            if (stored.isPresent() && stored.get().equals(same)) {
                return answer(same, false);
            }
            Practice next = merged(wanted, stored, newest + 1);
            if (practices.store(next, newest)) {
                return answer(next, true);
            }
        }
        throw new Unavailable("the practice is being changed by others", null);
    }

    private static Practice merged(Practice wanted, Optional<Practice> stored, long version) {
        List<Source> sources = new ArrayList<>(wanted.sources());
        stored.map(Practice::sources).orElse(List.of()).stream()
                .filter(s -> wanted.source(s.id()).isEmpty())
                .forEach(sources::add);
        return wanted.with(
                version, sources, drips(wanted, stored), people(wanted, stored, version));
    }

    /** People remember since when they have been there without a break. */
    private static List<Person> people(Practice wanted, Optional<Practice> stored, long version) {
        return wanted.people().stream()
                .map(person ->
                        person.after(
                                stored.flatMap(s -> s.person(person.id())).orElse(null), version))
                .toList();
    }

    /**
     * Campaigns remember what they were, and stay, switched off, if the document names them not.
     */
    private static List<DripCampaign> drips(Practice wanted, Optional<Practice> stored) {
        List<DripCampaign> drips = new ArrayList<>();
        for (DripCampaign campaign : wanted.drips()) {
            drips.add(
                    stored.flatMap(s -> s.drip(campaign.id()))
                            .map(campaign::after)
                            .orElse(campaign));
        }
        stored.map(Practice::drips).orElse(List.of()).stream()
                .filter(d -> wanted.drip(d.id()).isEmpty())
                .map(DripCampaign::off)
                .forEach(drips::add);
        return drips;
    }

    private static JsonNode answer(Practice practice, boolean changed) {
        return Json.object()
                .put("practice", practice.id().value())
                .put("version", practice.version())
                .put("changed", changed)
                .node();
    }

    private static JsonNode wrong(List<FieldError> errors) {
        return Json.object()
                .put(
                        "errors",
                        errors,
                        e ->
                                Json.object()
                                        .put("field", e.field())
                                        .put("message", e.message())
                                        .node())
                .node();
    }
}
