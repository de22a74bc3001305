package io.leadmap.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is deployed works from its own zip, as Lambda unpacks it, and from nothing else. */
class ArtefactTest {
    @TempDir Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> a_handler_is_loaded_from_its_zip_alone() {
        List<Room> functions = Room.functions();
        assertThat(functions).isNotEmpty();
        return functions.stream()
                .map(function ->
                        DynamicTest.dynamicTest(
                                function.folder(), () -> loadTheHandlerOf(function)));
    }

    @Test
    void no_zip_holds_what_start_up_cannot_afford_or_two_versions_of_a_library()
            throws IOException {
        assertThat(Room.functions()).isNotEmpty();
        for (Room function : Room.functions()) {
            List<String> libraries =
                    entries(zipOf(function)).filter(name -> name.startsWith("lib/")).toList();
            assertThat(libraries)
                    .as(function.folder())
                    .isNotEmpty()
                    .noneMatch(name ->
                            name.matches(
                                    "lib/(netty|httpc|jackson-databind|log4j|logback|jul-to|jcl-over).*"));
            assertThat(libraries.stream().map(ArtefactTest::withoutVersion))
                    .as(function.folder())
                    .doesNotHaveDuplicates();
        }
    }

    /**
     * Of what only some functions use, a zip holds what its function uses and nothing else: a start
     * pays for it, and so does whoever reads a list of what may be attacked.
     */
    @ParameterizedTest
    @CsvSource({
        "dynamodb, '*'",
        "kms, '*'",
        "ses, mail-sender",
        "apache-mime4j-dom, mail-sender",
        "eventbridge, event-publisher",
        "libphonenumber, form-intake lead-queries lead-updates pms-worker practice-import",
        "owasp-java-html-sanitizer, lead-updates macro-email mail-events mail-sender",
    })
    void a_zip_holds_the_libraries_that_its_function_uses(String library, String users)
            throws IOException {
        List<String> holders = new ArrayList<>();
        for (Room function : Room.functions()) {
            if (entries(zipOf(function)).anyMatch(name -> isVersionOf(library, name))) {
                holders.add(function.folder());
            }
        }

        assertThat(holders)
                .containsExactlyInAnyOrderElementsOf(
                        users.equals("*")
                                ? Room.functions().stream().map(Room::folder).toList()
                                : List.of(users.split(" ", -1)));
    }

    /** A library of somebody else's; ours have a name and no version that counts. */
    private static boolean isVersionOf(String library, String entry) {
        return entry.matches("lib/" + Pattern.quote(library) + "-\\d.*(?<!-SNAPSHOT)\\.jar");
    }

    /**
     * The library's name; our own modules keep their version, one has the name of a part of the
     * SDK.
     */
    private static String withoutVersion(String library) {
        return library.endsWith("-SNAPSHOT.jar") ? library : library.replaceAll("-\\d.*", "");
    }

    private void loadTheHandlerOf(Room function) throws Exception {
        Path unpacked = Files.createDirectories(folder.resolve(function.folder()));
        List<URL> path = new ArrayList<>(List.of(unpacked.toUri().toURL()));
        unpack(zipOf(function), unpacked);
        try (var libraries = Files.list(unpacked.resolve("lib"))) {
            for (Path library : libraries.sorted().toList()) {
                path.add(library.toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(
                        path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> contract =
                    loader.loadClass("com.amazonaws.services.lambda.runtime.RequestStreamHandler");
            Class<?> handler = Class.forName(handlerOf(function), true, loader);
            assertThat(contract).isAssignableFrom(handler);
            assertThat(handler.getConstructor()).isNotNull();
            assertThat(handler.getConstructor(Map.class, java.time.InstantSource.class))
                    .isNotNull();
        }
    }

    /** The only class at the root of the zip that template.yaml could mean by its name. */
    private static String handlerOf(Room function) throws IOException {
        StringBuilder name = new StringBuilder();
        for (String word : function.folder().split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        String handler = "io.leadmap." + function.folder().replace("-", "") + "." + name;
        assertThat(Room.read(ExpandedTemplate.HOUSE.resolve("template.yaml")))
                .contains("Handler: " + handler);
        return handler;
    }

    private static Path zipOf(Room function) {
        return ExpandedTemplate.HOUSE.resolve(
                "functions/%s/target/%s.zip".formatted(function.folder(), function.folder()));
    }

    private static Stream<String> entries(Path zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names.stream().filter(name -> !name.endsWith("/"));
    }

    private static void unpack(Path zip, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
    }
}
