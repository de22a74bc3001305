package io.leadmap.ports;

import io.leadmap.domain.text.Digits;

import java.time.Instant;

/** A time as a text that sorts as times do, to the nanosecond, from the year 1000 on. */
public final class SortableTime {

    private static final long BEGINNING = Instant.parse("1000-01-01T00:00:00Z").getEpochSecond();

    private SortableTime() {}

    public static String of(Instant at) {
        return padded(at.getEpochSecond() - BEGINNING, 12) + "." + padded(at.getNano(), 9);
    }

    /** The time that was written so. */
    public static Instant read(String text) {
        String[] parts = text.split("\\.", 2);
        return Instant.ofEpochSecond(Digits.known(parts[0]) + BEGINNING, Digits.known(parts[1]));
    }

    /** A number that is not negative, with zeros before it, so that it sorts as numbers do. */
    public static String padded(long number, int digits) {
        String plain = Long.toString(number);
        return "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }
}
