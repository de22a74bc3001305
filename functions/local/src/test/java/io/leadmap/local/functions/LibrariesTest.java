package io.leadmap.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.leadmap.local.probe.Probe;
import io.leadmap.template.FunctionDefinition;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class LibrariesTest {
    private static final String CORE = RequestStreamHandler.class.getName();
    private static final String OTHER = OneLibrary.class.getName();

    /** Stands in a library of its own. */
    public static final class OneLibrary {}

    /** In a library that all hold: tells those who are made at the same time of each other. */
    public static final class Meeting {
        private static final Exchanger<Boolean> PLACE = new Exchanger<>();
        private static final AtomicInteger MET = new AtomicInteger();

        public static void come() {
            try {
                PLACE.exchange(true, 300, TimeUnit.MILLISECONDS);
                MET.incrementAndGet();
            } catch (InterruptedException | TimeoutException e) {
                // Nobody else came.
            }
        }

        public static int met() {
            return MET.get();
        }
    }

    /** Takes its time to be made. */
    public static final class Sociable implements RequestStreamHandler {

        public Sociable(Map<String, String> environment, InstantSource clock) {
            Meeting.come();
        }

        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) {}
    }

    @TempDir Path folder;
    private Map<String, byte[]> core = Map.of();
    private Map<String, byte[]> other = Map.of();
    private Libraries libraries = new Libraries(List.of());

    @BeforeEach
    void write() throws Exception {
        Path handlers =
                Path.of(
                        RequestStreamHandler.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        core = Map.of("lib/core.jar", Files.readAllBytes(handlers));
        other = Map.of("lib/other.jar", jar(OTHER));
    }

    @AfterEach
    void delete() {
        libraries.delete();
    }

    @Test
    void what_every_zip_holds_is_loaded_once() throws Exception {
        Path plain = zip("plain", core);
        Path richer = zip("richer", core, other);
        libraries = new Libraries(List.of(plain, richer));

        assertThat(load(plain, CORE)).isSameAs(load(richer, CORE));
    }

    @Test
    void what_only_some_zips_hold_is_seen_by_those_alone_and_loaded_once() throws Exception {
        Path plain = zip("plain", core);
        Path richer = zip("richer", core, other);
        Path rich = zip("rich", core, other);
        libraries = new Libraries(List.of(plain, richer, rich));

        assertThat(load(richer, OTHER)).isSameAs(load(rich, OTHER)).isNotSameAs(OneLibrary.class);
        assertThatThrownBy(() -> load(plain, OTHER)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void a_library_of_other_content_is_another_whatever_its_name() throws Exception {
        Path one = zip("one", core, other);
        Path two = zip("two", core, Map.of("lib/other.jar", jar(OTHER, Probe.class.getName())));
        libraries = new Libraries(List.of(one, two));

        assertThat(load(one, OTHER)).isNotSameAs(load(two, OTHER));
        assertThatThrownBy(() -> load(one, Probe.class.getName()))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void a_zip_that_cannot_be_read_takes_nothing_from_the_others() throws Exception {
        Path plain = zip("plain", core);
        Path richer = zip("richer", core, other);
        libraries = new Libraries(List.of(plain, folder.resolve("not-built.zip"), richer));

        assertThat(load(plain, CORE)).isSameAs(load(richer, CORE));
    }

    @Test
    void a_function_whose_zip_lacks_what_all_others_hold_fails_and_the_others_do_not()
            throws Exception {
        Path plain = zip("plain", core, probe());
        Path richer = zip("richer", core, other, probe());
        Path lacking = zip("lacking", other, probe());
        libraries = new Libraries(List.of(plain, richer, lacking));

        assertThat(invoke(plain)).isInstanceOf(Answer.Success.class);
        assertThat(invoke(richer)).isInstanceOf(Answer.Success.class);
        assertThat(invoke(lacking))
                .isInstanceOfSatisfying(
                        Answer.Failure.class,
                        failure -> assertThat(failure.trace()).contains("RequestStreamHandler"));
    }

    @Test
    void a_zip_that_nobody_told_of_finds_no_more_than_what_it_holds() throws Exception {
        Path plain = zip("plain", core, other);
        Path stranger = zip("stranger", other);
        libraries = new Libraries(List.of(plain));

        assertThat(load(stranger, OTHER)).isNotNull();
        assertThatThrownBy(() -> load(stranger, CORE)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void functions_that_share_libraries_are_made_one_at_a_time() throws Exception {
        core = new LinkedHashMap<>(core);
        core.put("lib/meeting.jar", jar(Meeting.class.getName()));
        Path one = zip("one", core, classes(Sociable.class.getName()));
        Path two = zip("two", core, classes(Sociable.class.getName()));
        libraries = new Libraries(List.of(one, two));

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Answer> first = threads.submit(() -> invoke(one, Sociable.class));
            Future<Answer> second = threads.submit(() -> invoke(two, Sociable.class));
            assertThat(List.of(first.get(), second.get()))
                    .hasOnlyElementsOfType(Answer.Success.class);
        }
        assertThat(load(one, Meeting.class.getName()).getMethod("met").invoke(null)).isEqualTo(0);
    }

    private Class<?> load(Path zip, String type) throws ClassNotFoundException {
        return new Artefact(function(zip, Probe.class)).load(libraries).loadClass(type);
    }

    private Answer invoke(Path zip) {
        return invoke(zip, Probe.class);
    }

    private Answer invoke(Path zip, Class<?> handler) {
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        LoadedFunction function =
                new LoadedFunction(
                        function(zip, handler),
                        Map.of(),
                        InstantSource.fixed(Instant.EPOCH),
                        libraries,
                        new FunctionOutput(nowhere, null));
        return function.invoke("{\"rawPath\":\"/time\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static FunctionDefinition function(Path zip, Class<?> handler) {
        return new FunctionDefinition(
                zip.getFileName().toString(),
                handler.getName(),
                zip,
                Duration.ofSeconds(20),
                128,
                Map.of(),
                List.of(),
                new FunctionDefinition.Asynchronous(0, Duration.ofHours(1), Optional.empty()));
    }

    private static Map<String, byte[]> probe() throws IOException {
        return classes(Probe.class.getName(), Probe.class.getPackageName() + ".Tables");
    }

    @SafeVarargs
    private Path zip(String name, Map<String, byte[]>... parts) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (Map<String, byte[]> part : parts) {
            entries.putAll(part);
        }
        return Files.write(folder.resolve(name + ".zip"), zipped(entries));
    }

    private static byte[] jar(String... types) throws IOException {
        return zipped(classes(types));
    }

    private static Map<String, byte[]> classes(String... types) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (String type : types) {
            String file = type.replace('.', '/') + ".class";
            try (InputStream in = LibrariesTest.class.getClassLoader().getResourceAsStream(file)) {
                classes.put(file, Objects.requireNonNull(in).readAllBytes());
            }
        }
        return classes;
    }

    private static byte[] zipped(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry written = new ZipEntry(entry.getKey());
                written.setTime(0);
                zip.putNextEntry(written);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
