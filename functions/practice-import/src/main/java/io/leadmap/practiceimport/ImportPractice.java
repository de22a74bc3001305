package io.leadmap.practiceimport;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.PmsProvider.Fault;
import io.leadmap.ports.PmsProviders;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Unavailable;
import io.leadmap.practice.ConfigurationJson;
import io.leadmap.practice.Documents;
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

    private final Practices practices;
    private final PhoneNumbers phones;
    private final PmsProviders providers;
    private final Attempts attempts;

    /**
     * @param providers say what is wrong with a connection
     * @param backoff waits before a change is stored again
     */
    public ImportPractice(
            Practices practices, PhoneNumbers phones, PmsProviders providers, Backoff backoff) {
        this.practices = practices;
        this.phones = phones;
        this.providers = providers;
        this.attempts = new Attempts(backoff);
    }

    /**
     * Answers {@code {practice, version, changed}} or {@code {errors: [{field, message}]}}.
     *
     * @throws Unavailable if others keep changing the same practice meanwhile
     */
    @Override
    public JsonNode apply(JsonNode document) {
        return switch (ConfigurationJson.read(document, 1)) {
            case ConfigurationJson.Result.Wrong(List<FieldError> errors) -> wrong(errors);
            case ConfigurationJson.Result.Read(Practice wanted) -> {
                List<FieldError> errors = new ArrayList<>(Documents.refused(wanted, phones));
                errors.addAll(problems(wanted.connections()));
                errors.addAll(ConfigurationSize.exceeded(document));
                yield errors.isEmpty() ? store(wanted) : wrong(errors);
            }
        };
    }

    private List<FieldError> problems(List<Connection> connections) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            Connection connection = connections.get(i);
            String at = "connections[" + i + "].";
            providers
                    .find(connection.provider())
                    .map(provider -> provider.problems(connection))
                    .orElse(List.of(new Fault("provider", "a PMS that we speak with is needed")))
                    .forEach(fault ->
                            errors.add(new FieldError(at + fault.member(), fault.message())));
        }
        return errors;
    }

    private JsonNode store(Practice wanted) {
        return attempts.until(() -> {
            Optional<Practice> stored = practices.find(wanted.id());
            List<FieldError> outdated =
                    stored.map(before -> Documents.outdated(wanted, before)).orElse(List.of());
            if (!outdated.isEmpty()) {
                return Optional.of(wrong(outdated));
            }
            long newest = stored.map(Practice::version).orElse(0L);
            Practice same = Documents.successor(stored, wanted, newest);
            if (stored.isPresent() && stored.get().equals(same)) {
                return Optional.of(answer(same, false));
            }
            Practice next = Documents.successor(stored, wanted, newest + 1);
            return practices.store(next, newest)
                    ? Optional.of(answer(next, true))
                    : Optional.empty();
        });
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
