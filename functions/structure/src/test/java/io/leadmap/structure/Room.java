package io.leadmap.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A module of the house, as the root pom lists it, and the rooms that it may enter. A module that
 * is not named here is a function: it may enter the runtime, the adapters, the application and the
 * domain, and never another function.
 *
 * @param folder the module's folder, also its artifact
 */
record Room(String folder) {
    static final Path HOUSE = Path.of("..", "..");
    private static final Set<String> PORTS = Set.of("application", "domain");
    private static final Set<String> ON_THE_SDK = Set.of("aws", "application", "domain");
    private static final Map<String, Set<String>> BELOW =
            Map.ofEntries(
                    Map.entry("domain", Set.of()),
                    Map.entry("application", Set.of("domain")),
                    Map.entry("aws", Set.of("application")),
                    Map.entry("dynamodb", ON_THE_SDK),
                    Map.entry("ses", ON_THE_SDK),
                    Map.entry("kms", ON_THE_SDK),
                    Map.entry("eventbridge", ON_THE_SDK),
                    Map.entry("phones", PORTS),
                    Map.entry("html", PORTS),
                    Map.entry("pms", PORTS),
                    Map.entry("runtime", Set.of("dynamodb", "aws", "application", "domain")),
                    Map.entry("testkit", Set.of("phones", "application", "domain")),
                    Map.entry("template", Set.of()),
                    Map.entry("demonstration", Set.of()),
                    Map.entry("local", Set.of("template", "demonstration")));

    /** Modules that functions are made of. */
    private static final Set<String> BELOW_A_FUNCTION = belowAFunction();

    /** Modules that hold only tests and measurements of all the others. */
    private static final Set<String> BESIDE_THE_HOUSE =
            Set.of("every-function", "conformance", "structure", "sam", "acceptance", "benchmarks");

    private static Set<String> belowAFunction() {
        Set<String> below = new HashSet<>(BELOW.keySet());
        below.removeAll(Set.of("testkit", "template", "demonstration", "local"));
        return below;
    }

    /** Every module with classes of its own, in the order of the root pom. */
    static List<Room> all() {
        String pom = read(HOUSE.resolve("pom.xml"));
        List<Room> rooms =
                pom.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("<module>functions/"))
                        .map(line -> line.replaceAll("</?module>|functions/", ""))
                        .filter(folder -> !BESIDE_THE_HOUSE.contains(folder))
                        .map(Room::new)
                        .toList();
        if (!rooms.stream().map(Room::folder).toList().containsAll(BELOW.keySet())) {
            throw new IllegalStateException("the root pom lists only " + rooms);
        }
        return rooms;
    }

    /** The modules that make a function's zip. */
    static List<Room> functions() {
        return all().stream().filter(Room::isFunction).toList();
    }

    /** The modules of which a deployed function is made. */
    static List<Room> product() {
        return all().stream()
                .filter(room -> room.isFunction() || BELOW_A_FUNCTION.contains(room.folder))
                .toList();
    }

    boolean isFunction() {
        return !BELOW.containsKey(folder);
    }

    /** The packages of the rooms that this one may enter. */
    List<String> mayEnter() {
        Set<String> below = isFunction() ? BELOW_A_FUNCTION : BELOW.getOrDefault(folder, Set.of());
        return below.stream().map(Room::new).map(Room::packages).toList();
    }

    /** This room's packages, as ArchUnit writes them. */
    String packages() {
        return "io.leadmap." + folder.replace("-", "") + "..";
    }

    Path classes() {
        return HOUSE.resolve("functions").resolve(folder).resolve("target/classes");
    }

    /** The sources of what is delivered, without tests. */
    List<Path> sources() {
        return javaBelow(HOUSE.resolve("functions").resolve(folder).resolve("src/main/java"));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaBelow(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
