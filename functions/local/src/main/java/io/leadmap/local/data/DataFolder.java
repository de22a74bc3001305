package io.leadmap.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Small documents by name, in a folder or, without one, in memory. A document is replaced as a
 * whole: after a {@code kill -9} it is the old or the new one.
 */
public final class DataFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> OURS =
            Set.of(
                    "dynamodb",
                    "mail",
                    "keys",
                    "streams",
                    "undelivered",
                    "queues",
                    "clock.json",
                    "schedules.json",
                    "identity.json",
                    "demonstration.json");

    private static final String ENDING = ".json";

    private final @Nullable Path root;
    private final ConcurrentMap<String, JsonNode> memory = new ConcurrentHashMap<>();

    /** On a folder, made if it is not there; null for memory. */
    public DataFolder(@Nullable Path root) {
        this.root = root;
        if (root != null) {
            create(root);
        }
    }

    /** The folder; null when everything is in memory. */
    public @Nullable Path root() {
        return root;
    }

    /** The document of this name, such as {@code clock} or {@code undelivered/1234}. */
    public Optional<JsonNode> read(String name) {
        Path file = file(name);
        if (file == null) {
            return Optional.ofNullable(memory.get(name));
        }
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readTree(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Keeps a document; once this returns, a {@code kill -9} does not lose it. */
    public void write(String name, JsonNode document) {
        Path file = file(name);
        if (file == null) {
            memory.put(name, document);
            return;
        }
        try {
            create(file.getParent());
            Path fresh =
                    file.resolveSibling(
                            file.getFileName() + "." + Thread.currentThread().threadId() + ".new");
            Files.write(fresh, JSON.writeValueAsBytes(document));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Forgets a document. */
    public void delete(String name) {
        Path file = file(name);
        if (file == null) {
            memory.remove(name);
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    /** All documents whose name begins with {@code prefix/}, by the rest of the name, in order. */
    public SortedMap<String, JsonNode> list(String prefix) {
        TreeMap<String, JsonNode> documents = new TreeMap<>();
        if (root == null) {
            memory.forEach((name, document) -> {
                if (name.startsWith(prefix + "/")) {
                    documents.put(name.substring(prefix.length() + 1), document);
                }
            });
            return documents;
        }
        Path folder = root.resolve(prefix);
        if (!Files.isDirectory(folder)) {
            return documents;
        }
        try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                documents.put(
                        name.substring(0, name.length() - ENDING.length()),
                        JSON.readTree(Files.readAllBytes(file)));
            }
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /** Whether no run of Leadmap has left anything here, but logs. */
    public boolean isUnused() {
        return memory.isEmpty()
                && (root == null || OURS.stream().map(root::resolve).noneMatch(Files::exists));
    }

    /** Forgets everything that runs of Leadmap left here, but the logs. */
    public void clear() {
        memory.clear();
        if (root == null) {
            return;
        }
        try (var children = Files.newDirectoryStream(root)) {
            for (Path child : children) {
                if (OURS.contains(child.getFileName().toString())) {
                    deleteAll(child);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + root, e);
        }
    }

    private static void deleteAll(Path path) throws IOException {
        try (var paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private @Nullable Path file(String name) {
        return root == null ? null : root.resolve(name + ENDING);
    }

    private static void create(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }
}
