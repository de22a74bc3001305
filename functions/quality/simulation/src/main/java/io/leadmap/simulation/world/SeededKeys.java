package io.leadmap.simulation.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Digests;
import io.leadmap.ports.KeyService;

import java.util.Arrays;
import java.util.HexFormat;

/** One key for each practice, the same in every run, so that what is ordered by it is, too. */
final class SeededKeys implements KeyService {

    @Override
    public Fresh generate(PracticeId practice) {
        return new Fresh(key(practice), practice.value().getBytes(UTF_8));
    }

    @Override
    public byte[] unwrap(PracticeId practice, byte[] wrapped) {
        if (!Arrays.equals(wrapped, practice.value().getBytes(UTF_8))) {
            throw new IllegalArgumentException("wrapped for another practice than " + practice);
        }
        return key(practice);
    }

    private static byte[] key(PracticeId practice) {
        return HexFormat.of().parseHex(Digests.sha256("key of " + practice));
    }
}
