package io.leadmap.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What a played story depends on changes its build's mark. */
class BuildMarkTest {

    @TempDir Path folder;
    private Path template;
    private Path zip;

    @BeforeEach
    void lay() throws IOException {
        template = Files.writeString(folder.resolve("template.yaml"), "Resources:");
        zip = zip("function.zip", "Function.class", "one");
    }

    private Path zip(String name, String entry, String content) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private String mark(Path... zips) {
        return BuildMark.of(template, List.of(zips), List.of(BuildMark.class));
    }

    @Test
    void the_same_build_has_the_same_mark() throws IOException {
        String before = mark(zip);
        zip = zip("function.zip", "Function.class", "one");
        assertThat(mark(zip)).isEqualTo(before).matches("[0-9a-f]{16}");
    }

    @Test
    void another_template_has_another() throws IOException {
        String before = mark(zip);
        Files.writeString(template, "Resources: {}");
        assertThat(mark(zip)).isNotEqualTo(before);
    }

    @Test
    void another_class_in_a_zip_has_another() throws IOException {
        String before = mark(zip);
        zip = zip("function.zip", "Function.class", "two");
        assertThat(mark(zip)).isNotEqualTo(before);
    }

    @Test
    void another_name_in_a_zip_has_another() throws IOException {
        String before = mark(zip);
        zip = zip("function.zip", "Fonction.class", "one");
        assertThat(mark(zip)).isNotEqualTo(before);
    }

    @Test
    void one_more_zip_has_another() throws IOException {
        assertThat(mark(zip, zip("other.zip", "Other.class", "x"))).isNotEqualTo(mark(zip));
    }

    @Test
    void other_code_of_ours_has_another() {
        assertThat(BuildMark.of(template, List.of(zip), List.of(Test.class)))
                .isNotEqualTo(mark(zip));
    }
}
