package io.leadmap.practice;

import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.lambda.Scenery;
import io.leadmap.ports.Practices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The practice that functions rehearse with: one of each that a first event looks for. */
public final class RehearsalPractice implements Scenery {

    private final Practices practices;

    public RehearsalPractice(Practices practices) {
        this.practices = practices;
    }

    @Override
    public void arrange() {
        practices.store(read(), 0);
    }

    /** The practice. */
    public static Practice read() {
        try (InputStream in =
                Objects.requireNonNull(
                        RehearsalPractice.class.getResourceAsStream("rehearsal.json"))) {
            return switch (ConfigurationJson.read(Json.read(in.readAllBytes()), 1)) {
                case ConfigurationJson.Result.Read(Practice practice) -> practice;
                case ConfigurationJson.Result.Wrong wrong ->
                        throw new IllegalStateException(wrong.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Json.Malformed e) {
            throw new IllegalStateException(e);
        }
    }
}
