package io.leadmap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * What Lambda gets: each zip holds everything its handler needs, and nothing that slows it down.
 */
class FunctionZipTest {

    private static final long LIMIT = 20L * 1024 * 1024;
    private static final List<String> UNWANTED =
            List.of(
                    "jackson-databind",
                    "netty-",
                    "httpclient",
                    "apache-client",
                    "jcl-over-slf4j",
                    "log4j-over-slf4j",
                    "jul-to-slf4j",
                    "logback");

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> each_function_loads_its_handler_from_nothing_but_its_zip() {
        Map<String, JsonNode> functions = SamTemplate.functions();
        assertThat(functions).isNotEmpty();
        return functions.entrySet().stream()
                .map(f ->
                        DynamicTest.dynamicTest(f.getKey(), () -> loads(f.getKey(), f.getValue())));
    }

    private void loads(String id, JsonNode function) throws Exception {
        Path artefact = SamTemplate.artefact(function);
        assertThat(artefact).exists();
        assertThat(Files.size(artefact)).as("size of " + artefact).isLessThan(LIMIT);
        Path unpacked = folder.resolve(id);
        List<URL> urls = unpack(artefact, unpacked);
        assertThat(urls).noneMatch(url -> UNWANTED.stream().anyMatch(url.toString()::contains));
        try (URLClassLoader loader =
                new URLClassLoader(
                        id, urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            Class<?> handler = loader.loadClass(function.path("Handler").asText());
            assertThat(
                            loader.loadClass(
                                    "com.amazonaws.services.lambda.runtime.RequestStreamHandler"))
                    .isAssignableFrom(handler);
            assertThat(handler.getConstructor()).isNotNull();
            assertThat(handler.getConstructor(Map.class, InstantSource.class)).isNotNull();
        }
    }

    private static List<URL> unpack(Path zip, Path into) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(directory(into));
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
                Path target = into.resolve(entry.getName()).normalize();
                assertThat(target).startsWith(into);
                Files.createDirectories(target.getParent());
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, target);
                }
                if (entry.getName().startsWith("lib/")) {
                    urls.add(target.toUri().toURL());
                }
            }
        }
        return urls;
    }

    private static URL directory(Path path) throws MalformedURLException, IOException {
        Files.createDirectories(path);
        return path.toUri().toURL();
    }
}
