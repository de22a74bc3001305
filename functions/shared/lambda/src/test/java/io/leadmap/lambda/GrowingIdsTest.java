package io.leadmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.LeadId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

class GrowingIdsTest {

    private static final Instant NOW = Instant.parse("2026-02-27T09:30:00Z");

    @Test
    void two_copies_of_a_function_make_different_ids() {
        GrowingIds one = new GrowingIds(InstantSource.fixed(NOW));
        GrowingIds other = new GrowingIds(InstantSource.fixed(NOW));
        Set<String> ids = new HashSet<>();

        for (int i = 0; i < 1_000; i++) {
            ids.add(one.next());
            ids.add(other.next());
        }

        assertThat(ids).hasSize(2_000).allMatch(LeadId::isValid).allMatch(id -> id.length() == 26);
    }

    @Test
    void a_later_id_sorts_behind_an_earlier_one() {
        String earlier = new GrowingIds(InstantSource.fixed(NOW)).next();
        String later = new GrowingIds(InstantSource.fixed(NOW.plusMillis(1))).next();

        assertThat(later).isGreaterThan(earlier);
    }
}
