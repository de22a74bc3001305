package io.leadmap.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stories that were played, each a data folder, kept in the build folder for the next start of the
 * same build. A story gets its name when it is complete, so a start that was killed while it played
 * leaves nothing that anybody would take. Runners at the same time play in folders of their own,
 * and lock while they copy or tidy up.
 */
final class PlayedStories {

    /** An older one is played anew: a demonstration ends today. */
    static final Duration LONGEST_KEPT = Duration.ofDays(1);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOLD = "played.json";
    private static final String PLAYING = "playing-";
    private static final String LOCK = "lock";
    private static final String MAILS = "mail";

    /** What a copy does not take over: it begins where the story ended, whenever that was. */
    private static final Set<String> OF_ITS_OWN_TIME = Set.of(TOLD, "clock.json");

    private final Path folder;
    private final String mark;

    /**
     * @param folder where they are kept
     * @param mark of the build that they depend on
     */
    PlayedStories(Path folder, String mark) {
        this.folder = folder;
        this.mark = mark;
    }

    /** A story that was played. */
    private record Played(Path folder, Instant end, String url) {}

    /**
     * Copies the newest story that a start at a time may take; its end, or nothing where there is
     * none.
     *
     * @param to the folder that it is copied into
     * @param url what mails are to call the product
     */
    Optional<Instant> take(Instant time, Path to, String url) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Locked _ = Locked.shared(folder)) {
            Optional<Played> newest =
                    children().stream()
                            .filter(child -> name(child).startsWith(mark + "-"))
                            .flatMap(child -> read(child).stream())
                            .filter(played -> !played.end().isAfter(time))
                            .filter(played -> played.end().plus(LONGEST_KEPT).isAfter(time))
                            .max(Comparator.comparing(Played::end));
            if (newest.isPresent()) {
                copy(newest.get().folder(), to, newest.get().url(), url);
            }
            return newest.map(Played::end);
        }
    }

    /** A new folder to play in. */
    Path begin() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, PLAYING + ProcessHandle.current().pid() + "-");
    }

    /**
     * Keeps a story that was played to its end, and forgets the others and what killed starts left.
     *
     * @param playing the folder that {@link #begin} gave; nothing writes to it any more
     */
    void keep(Path playing, Instant end, String url) throws IOException {
        Files.write(
                playing.resolve(TOLD),
                JSON.writeValueAsBytes(Map.of("end", end.toString(), "url", url)));
        Path kept = folder.resolve(mark + "-" + end.toEpochMilli());
        try (Locked _ = Locked.alone(folder)) {
            if (Files.exists(kept)) {
                delete(playing);
            } else {
                Files.move(playing, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            for (Path child : children()) {
                if (!child.equals(kept) && !isBeingPlayed(child)) {
                    delete(child);
                }
            }
        }
    }

    private List<Path> children() throws IOException {
        try (var children = Files.list(folder)) {
            return children.filter(Files::isDirectory).toList();
        }
    }

    private static String name(Path child) {
        return child.getFileName().toString();
    }

    private static boolean isBeingPlayed(Path child) {
        Matcher playing = Pattern.compile(PLAYING + "(\\d+)-.*").matcher(name(child));
        return playing.matches()
                && ProcessHandle.of(Long.parseLong(playing.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    private static Optional<Played> read(Path child) {
        try {
            JsonNode told = JSON.readTree(Files.readAllBytes(child.resolve(TOLD)));
            return Optional.of(
                    new Played(
                            child,
                            Instant.parse(told.path("end").asText()),
                            told.path("url").asText()));
        } catch (IOException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Copies a story; its mails then link to where the product is now. */
    static void copy(Path from, Path to, String oldUrl, String url) throws IOException {
        Path mails = from.resolve(MAILS);
        try (var files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (file.startsWith(mails)) {
                    String mail = Files.readString(file);
                    Files.writeString(target, mail.replace(oldUrl + "/", url + "/"));
                } else if (!OF_ITS_OWN_TIME.contains(name(file))) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path path) throws IOException {
        try (var paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** A lock between processes, held until closed. */
    private record Locked(FileChannel channel, FileLock lock) implements AutoCloseable {

        static Locked shared(Path folder) throws IOException {
            return of(folder, true);
        }

        static Locked alone(Path folder) throws IOException {
            return of(folder, false);
        }

        private static Locked of(Path folder, boolean shared) throws IOException {
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            return new Locked(channel, channel.lock(0, Long.MAX_VALUE, shared));
        }

        @Override
        public void close() throws IOException {
            lock.close();
            channel.close();
        }
    }
}
