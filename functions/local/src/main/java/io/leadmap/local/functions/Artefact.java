package io.leadmap.local.functions;

import io.leadmap.template.FunctionDefinition;
import io.leadmap.template.Miswiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * A function's zip: classes at its root, libraries in {@code lib/}. Its classes see the JDK and
 * what is in the zip, nothing of the runner.
 */
final class Artefact {
    private final FunctionDefinition function;

    Artefact(FunctionDefinition function) {
        this.function = function;
    }

    /** What keeps this artefact from being loaded, found without loading it. */
    Optional<Miswiring> miswiring() {
        String path = "Resources." + function.logicalId() + ".Properties.";
        if (!Files.isRegularFile(function.zip())) {
            return Optional.of(
                    new Miswiring(
                            path + "CodeUri", function.zip() + " is not there; build it first"));
        }
        String handler = function.handler().replace('.', '/') + ".class";
        try (ZipFile zip = new ZipFile(function.zip().toFile())) {
            return zip.getEntry(handler) == null
                    ? Optional.of(
                            new Miswiring(
                                    path + "Handler",
                                    "there is no class "
                                            + function.handler()
                                            + " in "
                                            + function.zip()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    new Miswiring(
                            path + "CodeUri", function.zip() + " is no zip: " + e.getMessage()));
        }
    }

    /** A loader for the zip's classes, below it those of its libraries. */
    URLClassLoader load(Libraries libraries) {
        try (ZipFile zip = new ZipFile(function.zip().toFile())) {
            return new URLClassLoader(
                    function.logicalId(),
                    new URL[] {function.zip().toUri().toURL()},
                    libraries.in(zip));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + function.zip(), e);
        }
    }
}
