package io.leadmap.local.functions;

import io.leadmap.template.Template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The libraries in functions' zips. One class loader has those that every zip holds, so that they
 * are loaded and compiled once and not once a function; above it stands one for each set of others
 * that a zip adds. What is not in a zip is thus not found by its function, as when deployed: a
 * library that one zip lacks is common no more. What it does not show: static state of a library is
 * shared.
 */
public final class Libraries {
    private static final System.Logger LOG = System.getLogger(Libraries.class.getName());
    private final Path folder;
    private final Set<String> common;
    private final Map<Loaded, URLClassLoader> loaders = new ConcurrentHashMap<>();

    /**
     * Unpacks to a new folder of its own.
     *
     * @param zips all that will be asked for; one that cannot be read has no say, as its function
     *     cannot start
     */
    public Libraries(Collection<Path> zips) {
        try {
            folder = Files.createTempDirectory("leadmap");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for libraries", e);
        }
        common = common(zips);
    }

    /** Those of a template's functions. */
    public static Libraries of(Template template) {
        return new Libraries(
                template.functions().values().stream().map(function -> function.zip()).toList());
    }

    /** The loader of the libraries in a zip, the JDK's classes below it. */
    ClassLoader in(ZipFile zip) {
        Map<Boolean, List<ZipEntry>> jars =
                jars(zip).collect(Collectors.partitioningBy(jar -> common.contains(name(jar))));
        ClassLoader shared =
                load(zip, jars.getOrDefault(true, List.of()), ClassLoader.getPlatformClassLoader());
        return load(zip, jars.getOrDefault(false, List.of()), shared);
    }

    private static Set<String> common(Collection<Path> zips) {
        List<Set<String>> held = zips.stream().flatMap(zip -> held(zip).stream()).toList();
        Set<String> common = new HashSet<>(held.isEmpty() ? Set.of() : held.getFirst());
        held.forEach(common::retainAll);
        return Set.copyOf(common);
    }

    private static Optional<Set<String>> held(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return Optional.of(jars(zip).map(Libraries::name).collect(Collectors.toSet()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "Cannot read " + file, e);
            return Optional.empty();
        }
    }

    private static Stream<? extends ZipEntry> jars(ZipFile zip) {
        return zip.stream()
                .filter(entry -> entry.getName().matches("lib/[^/]+\\.jar"))
                .sorted(Comparator.comparing(ZipEntry::getName));
    }

    /** One loader for the same jars above the same others; none for no jars. */
    private ClassLoader load(ZipFile zip, List<ZipEntry> jars, ClassLoader parent) {
        List<String> names = jars.stream().map(Libraries::name).toList();
        return jars.isEmpty()
                ? parent
                : loaders.computeIfAbsent(
                        new Loaded(names, parent),
                        key ->
                                new URLClassLoader(
                                        "libraries",
                                        jars.stream()
                                                .map(jar -> unpack(zip, jar))
                                                .toArray(URL[]::new),
                                        parent));
    }

    private record Loaded(List<String> names, ClassLoader parent) {}

    private URL unpack(ZipFile zip, ZipEntry jar) {
        Path file = folder.resolve(name(jar));
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

    /** Tells what is in the jar, too: jars of one name may differ. */
    private static String name(ZipEntry jar) {
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
