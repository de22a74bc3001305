package io.leadmap.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class CompressionTest {

    @Property(tries = 500)
    void whatever_is_compressed_opens_as_itself(@ForAll String text) {
        String wellFormed = text.replaceAll("[\ud800-\udfff]", "");
        assertThat(Compression.open(Compression.of(wellFormed))).isEqualTo(wellFormed);
    }

    @Test
    void a_megabyte_of_what_a_pms_says_becomes_a_fraction() {
        String body =
                "{\"id\": \"p-1\", \"notes\": \"no pain, back in two weeks\"} ".repeat(20_000);
        assertThat(Compression.of(body).length).isLessThan(body.length() / 50);
    }

    @Test
    void what_is_cut_or_something_else_is_a_fault() {
        byte[] compressed = Compression.of("text");
        byte[] cut = Arrays.copyOf(compressed, compressed.length - 5);
        for (byte[] wrong : new byte[][] {cut, "text".getBytes(), {}}) {
            assertThatThrownBy(() -> Compression.open(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
