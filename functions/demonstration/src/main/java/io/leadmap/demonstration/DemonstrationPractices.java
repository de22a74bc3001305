package io.leadmap.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The demonstration's practices: what is imported, and what {@code /_local/practices} shows. */
public final class DemonstrationPractices {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> documents;

    private DemonstrationPractices(List<JsonNode> documents) {
        this.documents = List.copyOf(documents);
    }

    /**
     * A person of a practice, with the roles of their token.
     *
     * @param email by which they are known when they sign in for the first time
     */
    public record Person(String id, String name, String email, List<String> roles) {
        /** Copies what it is given. */
        public Person {
            roles = List.copyOf(roles);
        }
    }

    /** Those that are shipped. */
    public static DemonstrationPractices shipped() {
        return new DemonstrationPractices(List.of(read("brightwater"), read("northlight")));
    }

    /** None at all. */
    public static DemonstrationPractices none() {
        return new DemonstrationPractices(List.of());
    }

    private static JsonNode read(String name) {
        try (InputStream in =
                DemonstrationPractices.class.getResourceAsStream(
                        "/demonstration/" + name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What PracticeImport is given, a practice each. */
    public List<JsonNode> documents() {
        return documents;
    }

    /** The person of this id in a practice. */
    public Optional<Person> person(String practice, String id) {
        return practice(practice).stream()
                .flatMap(document -> document.path("people").valueStream())
                .filter(person -> person.path("id").asText().equals(id))
                .map(person ->
                        new Person(
                                id,
                                person.path("name").asText(),
                                person.path("email").asText(),
                                person.path("roles").valueStream().map(JsonNode::asText).toList()))
                .findFirst();
    }

    /** The first secret of a connection, by its public id. */
    public Optional<String> secret(String connectionId) {
        return documents.stream()
                .flatMap(document ->
                        document.path("connections")
                                .valueStream()
                                .filter(c -> publicId(document, c).equals(connectionId)))
                .map(connection -> connection.path("secrets").path(0).asText())
                .findFirst();
    }

    private Optional<JsonNode> practice(String id) {
        return documents.stream()
                .filter(document -> document.path("practice").asText().equals(id))
                .findFirst();
    }

    /** As {@code GET /_local/practices} answers. */
    public ArrayNode listing() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        documents.forEach(document -> list.add(listing(document)));
        return list;
    }

    private static ObjectNode listing(JsonNode document) {
        ObjectNode practice =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", document.path("practice").asText())
                        .put("name", document.path("name").asText())
                        .put("timeZone", document.path("settings").path("timeZone").asText());
        practice.set("people", chosen(document, "people", "id", "name", "email", "roles"));
        ArrayNode forms = practice.putArray("forms");
        for (JsonNode form : document.path("forms")) {
            ObjectNode shown = pick(form, "name", "mapId").put("id", publicId(document, form));
            shown.set("fields", chosen(form, "fields", "name", "required"));
            forms.add(shown);
        }
        ArrayNode connections = practice.putArray("connections");
        for (JsonNode connection : document.path("connections")) {
            connections.add(
                    pick(connection, "provider", "secrets")
                            .put("id", publicId(document, connection)));
        }
        practice.set("maps", chosen(document, "maps", "id", "name"));
        practice.set("macros", chosen(document, "macros", "id", "name", "channel"));
        practice.set("drips", chosen(document, "drips", "id", "name"));
        practice.set("sources", chosen(document, "sources", "id", "name"));
        practice.set("divisions", chosen(document, "divisions", "id", "name", "parent"));
        return practice;
    }

    /** Ids that stand in public addresses carry the practice (decision 6). */
    private static String publicId(JsonNode document, JsonNode part) {
        return document.path("practice").asText() + "-" + part.path("id").asText();
    }

    private static ArrayNode chosen(JsonNode document, String list, String... fields) {
        List<ObjectNode> items = new ArrayList<>();
        document.path(list).forEach(item -> items.add(pick(item, fields)));
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }

    private static ObjectNode pick(JsonNode item, String... fields) {
        ObjectNode picked = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            if (item.has(field)) {
                picked.set(field, item.get(field));
            }
        }
        return picked;
    }
}
