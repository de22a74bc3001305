package io.leadmap.ports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Text in fewer bytes (zlib, RFC 1950), before it is sealed: afterwards nothing compresses it. */
public final class Compression {

    private static final int CHUNK = 16 * 1024;

    private Compression() {}

    /** The text, compressed; the same text gives the same bytes. */
    public static byte[] of(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream(plain.length / 4 + 64);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                compressed.write(chunk, 0, deflater.deflate(chunk));
            }
            return compressed.toByteArray();
        }
    }

    /**
     * The text that {@link #of} compressed.
     *
     * @throws IllegalArgumentException for other bytes
     */
    public static String open(byte[] compressed) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(compressed);
            ByteArrayOutputStream plain = new ByteArrayOutputStream(compressed.length * 4);
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int read = inflater.inflate(chunk);
                if (read == 0 && !inflater.finished()) {
                    throw new IllegalArgumentException("compressed text that is cut");
                }
                plain.write(chunk, 0, read);
            }
            return plain.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not compressed text", e);
        }
    }
}
