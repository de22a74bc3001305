package io.leadmap.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A room of the house: a module, as the root pom lists it, and the rooms that it may enter
 * (architecture, "Rooms and who may enter whom"). A folder right below {@code functions} that is
 * not named here is a function: it may enter every shared room, the adapters only where it wires
 * and where it reads a stream's records, and never another function.
 *
 * @param folder the module's folder below {@code functions}
 */
record Room(String folder) {
    static final Path HOUSE = Path.of("..", "..", "..");

    private static final String SHARED = "shared/";
    private static final String QUALITY = "quality/";

    /** What every room but these three may stand on. */
    private static final Set<String> GROUND = Set.of("domain", "json", "ports");

    /** The ports over one library each. */
    private static final Set<String> ADAPTERS =
            Set.of("dynamodb", "eventbridge", "html", "kms", "phones", "pms", "ses");

    /** What every client of AWS is made with. */
    private static final String SDK = "aws";

    /** What pages are written with, functions' and the runner's. */
    private static final String MARKUP = "markup";

    /** Subjects and the subjects that each stands on; a table without a circle. */
    private static final Map<String, Set<String>> SUBJECTS =
            Map.of(
                    "practice", Set.of(),
                    "leads", Set.of("practice"),
                    "mail", Set.of("leads", "practice"));

    /** What runs in the browser; it has no class. */
    private static final String CONSOLE = "console";

    /** Rooms with classes that are not part of a function, and what of the house they enter. */
    private static final Map<String, Set<String>> BESIDE =
            Map.of(
                    "template", Set.of(),
                    "demonstration", Set.of(),
                    "local", Set.of("template", "demonstration", SHARED + MARKUP),
                    "quality/testkit", Set.of("shared/domain", "shared/json", "shared/ports"));

    /** Every room with classes of its own, in the order of the root pom. */
    static List<Room> all() {
        List<Room> rooms =
                read(HOUSE.resolve("pom.xml"))
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("<module>functions/"))
                        .map(line -> line.replaceAll("</?module>|functions/", ""))
                        .filter(folder -> !folder.equals(CONSOLE))
                        .filter(folder -> !folder.startsWith(QUALITY) || BESIDE.containsKey(folder))
                        .map(Room::new)
                        .toList();
        List<String> folders = rooms.stream().map(Room::folder).toList();
        Stream<String> shared =
                Stream.of(GROUND, ADAPTERS, SUBJECTS.keySet(), Set.of("lambda", SDK, MARKUP))
                        .flatMap(Set::stream)
                        .map(SHARED::concat);
        List<String> named = Stream.concat(shared, BESIDE.keySet().stream()).toList();
        if (!folders.containsAll(named)) {
            throw new IllegalStateException("the root pom lists only " + folders);
        }
        folders.stream()
                .filter(folder -> folder.startsWith(SHARED) && !named.contains(folder))
                .forEach(folder -> {
                    throw new IllegalStateException("say what " + folder + " may enter");
                });
        return rooms;
    }

    /** The modules that make a function's zip. */
    static List<Room> functions() {
        return all().stream().filter(Room::isFunction).toList();
    }

    /** The modules of which a deployed function is made. */
    static List<Room> product() {
        return all().stream().filter(room -> room.isFunction() || room.isShared()).toList();
    }

    /** The rooms that stand between a library and its port. */
    static List<Room> adapters() {
        return ADAPTERS.stream().sorted().map(SHARED::concat).map(Room::new).toList();
    }

    boolean isFunction() {
        return !folder.contains("/") && !BESIDE.containsKey(folder);
    }

    private boolean isShared() {
        return folder.startsWith(SHARED);
    }

    /** The packages of the rooms that this one may enter. */
    List<String> mayEnter() {
        return below().stream().map(Room::new).map(Room::packages).toList();
    }

    private Set<String> below() {
        if (isFunction()) {
            return shared(GROUND, ADAPTERS, SUBJECTS.keySet(), Set.of("lambda", SDK, MARKUP));
        }
        if (!isShared()) {
            return BESIDE.getOrDefault(folder, Set.of());
        }
        String name = name();
        return switch (name) {
            case "domain", MARKUP -> Set.of();
            case "json" -> shared(Set.of("domain"));
            case "ports" -> shared(Set.of("domain", "json"));
            case SDK -> shared(GROUND);
            case "lambda" -> shared(GROUND, Set.of(SDK, MARKUP));
            default ->
                    SUBJECTS.containsKey(name)
                            ? shared(GROUND, Set.of("lambda"), SUBJECTS.get(name))
                            : shared(GROUND, Set.of(SDK));
        };
    }

    @SafeVarargs
    private static Set<String> shared(Set<String>... names) {
        Set<String> folders = new LinkedHashSet<>();
        Stream.of(names).flatMap(Set::stream).map(SHARED::concat).forEach(folders::add);
        return folders;
    }

    private String name() {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    /** The module's artifact. */
    String artifact() {
        return name();
    }

    /** This room's packages, as ArchUnit writes them. */
    String packages() {
        return "io.leadmap." + name().replace("-", "") + "..";
    }

    Path classes() {
        return path().resolve("target/classes");
    }

    /** The module's folder. */
    Path path() {
        return HOUSE.resolve("functions").resolve(folder);
    }

    /** The sources of what is delivered, without tests. */
    List<Path> sources() {
        return javaBelow(path().resolve("src/main/java"));
    }

    /** What stands in a file, as text. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaBelow(Path folder) {
        try (var files = Files.walk(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".java")).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
