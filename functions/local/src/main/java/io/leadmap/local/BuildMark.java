package io.leadmap.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * Tells builds apart: what is made of other code, another template, other zips or other libraries
 * has another mark. Jars and zips are told apart by the checksums in their directories, which is
 * quick.
 */
final class BuildMark {
    private static final int CHARACTERS = 16;

    private final MessageDigest digest;

    private BuildMark() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The mark, 16 hexadecimal digits.
     *
     * @param template as a file
     * @param zips of its functions
     * @param code a class of each module of ours that has a say
     */
    static String of(Path template, Collection<Path> zips, List<Class<?>> code) {
        BuildMark mark = new BuildMark();
        try {
            mark.add(template);
            for (Path zip : zips.stream().sorted().distinct().toList()) {
                mark.add(zip);
            }
            for (Path place : code.stream().map(BuildMark::place).distinct().toList()) {
                mark.add(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was built", e);
        }
        Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(entry -> entry.substring(entry.lastIndexOf(File.separatorChar) + 1))
                .sorted()
                .forEach(mark::add);
        return HexFormat.of().formatHex(mark.digest.digest()).substring(0, CHARACTERS);
    }

    private static Path place(Class<?> part) {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Path path) throws IOException {
        add(path.getFileName().toString());
        if (Files.isDirectory(path)) {
            try (var files = Files.walk(path)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    add(path.relativize(file).toString());
                    digest.update(Files.readAllBytes(file));
                }
            }
        } else if (path.toString().matches(".*\\.(zip|jar)")) {
            addArchive(path);
        } else {
            digest.update(Files.readAllBytes(path));
        }
    }

    /** One that is not there cannot be served either, which is said elsewhere. */
    private void addArchive(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            try (ZipFile zip = new ZipFile(path.toFile())) {
                zip.stream()
                        .sorted(Comparator.comparing(entry -> entry.getName()))
                        .forEach(entry ->
                                add(
                                        "%s %d %d"
                                                .formatted(
                                                        entry.getName(),
                                                        entry.getCrc(),
                                                        entry.getSize())));
            }
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
