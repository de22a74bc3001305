package io.leadmap.desk;

import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.practice.ConfigurationJson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A practice with forms, a map, macros and a drip, read from its configuration document. */
public final class DemoPractice {

    private DemoPractice() {}

    public static Practice read() {
        return read(1, document -> document);
    }

    /** A later version, whose document somebody edited. */
    public static Practice read(long version, UnaryOperator<String> edit) {
        try (InputStream in =
                Objects.requireNonNull(DemoPractice.class.getResourceAsStream("/practice.json"))) {
            return of(edit.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8)), version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The practice that a document describes; there must be nothing wrong with it. */
    static Practice of(String document, long version) {
        try {
            return switch (ConfigurationJson.read(Json.read(document), version)) {
                case ConfigurationJson.Result.Read(Practice practice) -> practice;
                case ConfigurationJson.Result.Wrong(var errors) ->
                        throw new IllegalStateException(errors.toString());
            };
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }
}
