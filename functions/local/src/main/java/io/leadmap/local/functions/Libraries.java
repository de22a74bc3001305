package io.leadmap.local.functions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The libraries in functions' zips. Zips with exactly the same libraries share one class loader for
 * them, so that they are loaded and compiled once and not once a function. A zip that lacks a
 * library still fails as it would when deployed. What it does not show: static state of a library
 * is shared.
 */
public final class Libraries {
    private static final System.Logger LOG = System.getLogger(Libraries.class.getName());
    private final Path folder;
    private final Map<String, URLClassLoader> loaders = new ConcurrentHashMap<>();

    /** Unpacks to a new folder of its own. */
    public Libraries() {
        try {
            folder = Files.createTempDirectory("leadmap");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for libraries", e);
        }
    }

    /** The loader of the libraries in a zip, the JDK's classes above it. */
    ClassLoader of(ZipFile zip) {
        List<? extends ZipEntry> jars =
                zip.stream()
                        .filter(entry -> entry.getName().matches("lib/[^/]+\\.jar"))
                        .sorted((a, b) -> a.getName().compareTo(b.getName()))
                        .toList();
        String same = jars.stream().map(Libraries::fileName).collect(Collectors.joining("/"));
        return loaders.computeIfAbsent(same, key -> load(zip, jars));
    }

    private URLClassLoader load(ZipFile zip, List<? extends ZipEntry> jars) {
        URL[] urls = jars.stream().map(jar -> unpack(zip, jar)).toArray(URL[]::new);
        return new URLClassLoader("libraries", urls, ClassLoader.getPlatformClassLoader());
    }

    private URL unpack(ZipFile zip, ZipEntry jar) {
        Path file = folder.resolve(fileName(jar));
        if (!Files.exists(file)) {
            try (InputStream in = zip.getInputStream(jar)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot unpack " + jar.getName(), e);
            }
        }
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fileName(ZipEntry jar) {
        return "%08x-%x-%s".formatted(jar.getCrc(), jar.getSize(), jar.getName().substring(4));
    }

    /** Deletes what was unpacked; what was loaded stays usable only on systems that allow it. */
    public void delete() {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "Cannot delete " + folder, e);
        }
    }
}
