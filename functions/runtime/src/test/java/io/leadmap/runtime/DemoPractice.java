package io.leadmap.runtime;

import io.leadmap.application.configuration.ConfigurationReader;
import io.leadmap.application.json.Json;
import io.leadmap.domain.practice.Practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A practice with forms, a map, macros and a drip, read from its configuration document. */
public final class DemoPractice {

    private DemoPractice() {}

    public static Practice read() {
        try (InputStream in =
                Objects.requireNonNull(DemoPractice.class.getResourceAsStream("/practice.json"))) {
            return switch (ConfigurationReader.read(Json.read(in.readAllBytes()), 1)) {
                case ConfigurationReader.Result.Read(Practice practice) -> practice;
                case ConfigurationReader.Result.Wrong(var errors) ->
                        throw new IllegalStateException(errors.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }
}
