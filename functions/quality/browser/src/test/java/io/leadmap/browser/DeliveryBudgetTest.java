package io.leadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Statement 32 and the counts of statement 35: what the console is made of and how much of it
 * travels.
 */
class DeliveryBudgetTest {

    private static final Path SOURCES =
            Product.repository().resolve("functions/console/src/main/console");
    private static final Path BUILT =
            Product.repository().resolve("functions/console/target/console");
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "unsafeHTML|unsafeSVG|\\beval\\(|new"
                        + " Function|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\sstyle=|\\son[a-z]+=[\"'{$]|javascript:");
    private static final Pattern BARE =
            Pattern.compile("[}\\w*]\\s*from\\s*[\"'](?![./])|import\\s*\\(?\\s*[\"'](?![./])");

    private static List<Path> files(Path folder, String ending) {
        try (var found = Files.walk(folder)) {
            List<Path> files = found.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(files).as(ending + " in " + folder).isNotEmpty();
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void statement_32_nothing_writes_markup_by_strings_and_nothing_is_imported_by_a_bare_name() {
        assertThat(files(SOURCES, ".js"))
                .filteredOn(file -> FORBIDDEN.matcher(read(file)).find())
                .isEmpty();
        assertThat(FORBIDDEN.matcher(read(SOURCES.resolve("index.html"))).find()).isFalse();
        assertThat(files(BUILT, ".js"))
                .filteredOn(file -> BARE.matcher(read(file)).find())
                .isEmpty();
    }

    @Test
    void no_file_of_the_console_has_more_than_250_lines() {
        for (String ending : List.of(".js", ".css")) {
            assertThat(files(SOURCES, ending))
                    .filteredOn(file -> read(file).lines().count() > 250)
                    .isEmpty();
        }
    }

    @Test
    void statement_35_the_first_screen_takes_no_more_than_60_kilobytes_and_25_requests() {
        firstScreen("#/today", "[data-row], .empty");
        firstScreen("#/leads", ".sheet .scroll, .sheet .empty");
    }

    private static void firstScreen(String hash, String drawn) {
        try (Window ava = Window.wide().as("Ava Thompson", hash)) {
            ava.page().locator(drawn).first().waitFor();
            int before = ava.requests().size();
            ava.page().reload();
            ava.page().locator(drawn).first().waitFor();
            List<Request> cold = ava.requests().subList(before, ava.requests().size());
            assertThat(cold.stream().map(Request::url).toList())
                    .as(hash)
                    .hasSizeLessThanOrEqualTo(25);
            int bytes =
                    cold.stream()
                            .filter(request -> request.url().contains("/console/"))
                            .mapToInt(request -> zipped(request.response().body()))
                            .sum();
            assertThat(bytes).as(hash).isBetween(10_000, 60 * 1024);
        }
    }

    private static int zipped(byte[] body) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.size();
    }
}
