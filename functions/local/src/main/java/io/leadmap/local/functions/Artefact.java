package io.leadmap.local.functions;

import io.leadmap.local.template.FunctionDefinition;
import io.leadmap.local.template.Miswiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
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

    /**
     * A loader for the zip's classes.
     *
     * @param scratch a folder for the libraries, shared by all functions: a library that several
     *     bring is unpacked once
     */
    URLClassLoader load(Path scratch) {
        List<URL> urls = new ArrayList<>();
        try (ZipFile zip = new ZipFile(function.zip().toFile())) {
            urls.add(url(function.zip()));
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().startsWith("lib/") && entry.getName().endsWith(".jar")) {
                    urls.add(url(unpack(zip, entry, scratch)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + function.zip(), e);
        }
        return new URLClassLoader(
                function.logicalId(),
                urls.toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    private static Path unpack(ZipFile zip, ZipEntry entry, Path scratch) throws IOException {
        String name = entry.getName().substring("lib/".length()).replace('/', '_');
        Path jar = scratch.resolve(Long.toHexString(entry.getCrc()) + "-" + name);
        if (Files.exists(jar)) {
            return jar;
        }
        Path fresh = Files.createTempFile(scratch, "fresh", ".jar");
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
        }
        return jar;
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
