package io.leadmap.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;

import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes JSON trees: strictly UTF-8, no name twice, numbers exact, at most 64 levels
 * deep.
 */
public final class Json {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(64)
                                    .maxNumberLength(60)
                                    .maxStringLength(8 * 1024 * 1024)
                                    .build())
                    .build();

    private Json() {}

    /** Reads one JSON value that fills the whole text. */
    public static JsonNode read(byte[] utf8) throws Malformed {
        try {
            return read(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8", e);
        }
    }

    /** Reads one JSON value that fills the whole text. */
    public static JsonNode read(String text) throws Malformed {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new Malformed("no JSON value", null);
            }
            JsonNode node = value(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("more than one JSON value", null);
            }
            return node;
        } catch (JsonProcessingException e) {
            // What is beyond a limit has no place.
            throw new Malformed(
                    e.getLocation() == null
                            ? "too deep, too long or too large JSON"
                            : "malformed JSON at line " + e.getLocation().getLineNr(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a tree as compact UTF-8. */
    public static byte[] write(JsonNode node) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            write(generator, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes a tree as compact text. */
    public static String text(JsonNode node) {
        return new String(write(node), StandardCharsets.UTF_8);
    }

    /** Begins an object; its members keep their order. */
    public static JsonObject object() {
        return new JsonObject();
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> JsonNode.createStringNode(parser.getText());
            case VALUE_TRUE -> JsonNode.createBooleanNode(true);
            case VALUE_FALSE -> JsonNode.createBooleanNode(false);
            case VALUE_NULL -> JsonNode.nullNode();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    JsonNode.createNumberNode(parser.getDecimalValue());
            default -> throw new JsonParseException(parser, "unexpected token");
        };
    }

    private static JsonNode object(JsonParser parser) throws IOException {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return JsonNode.createObjectNode(members);
    }

    private static JsonNode array(JsonParser parser) throws IOException {
        List<JsonNode> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return JsonNode.createArrayNode(elements);
    }

    private static void write(JsonGenerator generator, JsonNode node) throws IOException {
        if (node.isObject()) {
            generator.writeStartObject();
            for (Map.Entry<String, JsonNode> member : node.entries()) {
                generator.writeFieldName(member.getKey());
                write(generator, member.getValue());
            }
            generator.writeEndObject();
        } else if (node.isArray()) {
            generator.writeStartArray();
            for (JsonNode element : node.values()) {
                write(generator, element);
            }
            generator.writeEndArray();
        } else if (node.isString()) {
            generator.writeString(node.getStringValue());
        } else if (node.isNumber()) {
            generator.writeNumber(node.getBigDecimalValue().toPlainString());
        } else if (node.isBoolean()) {
            generator.writeBoolean(node.getBooleanValue());
        } else {
            generator.writeNull();
        }
    }

    /** What came is not one JSON value; the message names no content. */
    public static final class Malformed extends Exception {

        private final String reason;

        private Malformed(String reason, @Nullable Throwable cause) {
            super(reason, cause);
            this.reason = reason;
        }

        /** What is wrong, without a word of the content. */
        public String reason() {
            return reason;
        }
    }
}
