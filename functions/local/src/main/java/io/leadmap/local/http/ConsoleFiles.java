package io.leadmap.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The console as its distribution delivers it (console.md, sections 3 and 9): the folder that
 * {@code functions/console} builds, under {@code /console/}, with the same headers.
 */
public final class ConsoleFiles {
    private static final String PREFIX = "/console";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src"
                    + " 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html"
                    + " dompurify ProseMirrorClipboard";
    private static final String NO_FEATURES =
            "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), display-capture=(),"
                    + " encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(),"
                    + " idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(),"
                    + " picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(),"
                    + " serial=(), usb=(), xr-spatial-tracking=()";
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "json", "application/json",
                    "svg", "image/svg+xml");

    private final Path folder;

    /** Serves this folder; where there is none, every address of it is unknown. */
    public ConsoleFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    boolean owns(Request request) {
        String path = request.rawPath();
        return path.equals(PREFIX) || path.startsWith(PREFIX + "/");
    }

    Response answer(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return under(Response.message(405, "Method Not Allowed"), "no-store");
        }
        String name = request.path().substring(PREFIX.length()).replaceFirst("^/", "");
        return switch (name) {
            case "" -> file("index.html", "no-cache");
            // The deployed one names the issuer and its client; here people sign in by
            // /_local/token.
            case "config.json" ->
                    under(
                            Response.json(200, "{\"local\":true}".getBytes(StandardCharsets.UTF_8)),
                            "no-cache");
            default ->
                    file(
                            name,
                            name.startsWith("r-")
                                    ? "public, max-age=31536000, immutable"
                                    : "no-cache");
        };
    }

    private Response file(String name, String caching) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return under(Response.message(404, "Not Found"), "no-store");
        }
        String extension = name.substring(name.lastIndexOf('.') + 1);
        try {
            return under(
                    new Response(
                            200,
                            Map.of(
                                    "Content-Type",
                                    List.of(
                                            TYPES.getOrDefault(
                                                    extension, "application/octet-stream"))),
                            Files.readAllBytes(file)),
                    caching);
        } catch (IOException e) {
            throw new UncheckedIOException("the console's " + name + " cannot be read", e);
        }
    }

    private static Response under(Response response, String caching) {
        Map<String, List<String>> headers = new HashMap<>(response.headers());
        headers.put("Cache-Control", List.of(caching));
        headers.put("Content-Security-Policy", List.of(POLICY));
        headers.put("Strict-Transport-Security", List.of("max-age=63072000; includeSubDomains"));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        headers.put("Referrer-Policy", List.of("no-referrer"));
        headers.put("Permissions-Policy", List.of(NO_FEATURES));
        headers.put("Cross-Origin-Opener-Policy", List.of("same-origin"));
        headers.put("Cross-Origin-Resource-Policy", List.of("same-origin"));
        return new Response(response.status(), headers, response.body());
    }
}
