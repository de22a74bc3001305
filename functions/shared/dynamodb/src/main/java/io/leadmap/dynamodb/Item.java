package io.leadmap.dynamodb;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One item while it is written or read. A missing attribute that must be there is a fault. */
final class Item {

    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    static Item of(Map<String, AttributeValue> attributes) {
        return new Item(attributes);
    }

    static Item with(Keys.Key key) {
        return new Item(new HashMap<>(key.attributes()));
    }

    Item text(String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, AttributeValue.fromS(value));
        }
        return this;
    }

    Item number(String name, long value) {
        attributes.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    /** A time as seconds of the epoch with their fraction, exact and in order. */
    Item instant(String name, @Nullable Instant value) {
        if (value != null) {
            attributes.put(name, seconds(value));
        }
        return this;
    }

    Item bytes(String name, byte[] value) {
        attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
        return this;
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    static AttributeValue seconds(Instant at) {
        BigDecimal seconds =
                BigDecimal.valueOf(at.getEpochSecond()).add(BigDecimal.valueOf(at.getNano(), 9));
        return AttributeValue.fromN(seconds.stripTrailingZeros().toPlainString());
    }

    Keys.Key key() {
        return new Keys.Key(pk(), sk());
    }

    String pk() {
        return text(Keys.PK);
    }

    String sk() {
        return text(Keys.SK);
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return value(name).s();
    }

    @Nullable String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    long number(String name) {
        return Long.parseLong(value(name).n());
    }

    Instant instant(String name) {
        return instantOf(value(name));
    }

    /** The time that {@link #seconds} wrote. */
    static Instant instantOf(AttributeValue value) {
        BigDecimal seconds = new BigDecimal(value.n());
        BigDecimal whole = seconds.setScale(0, java.math.RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValueExact());
    }

    @Nullable Instant instantOrNull(String name) {
        return has(name) ? instant(name) : null;
    }

    byte[] bytes(String name) {
        return value(name).b().asByteArray();
    }

    /** The attribute itself. */
    AttributeValue value(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "item "
                            + attributes.get(Keys.PK)
                            + " "
                            + attributes.get(Keys.SK)
                            + " lacks "
                            + name);
        }
        return value;
    }
}
