package io.leadmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.ports.IdSource;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens before a snapshot; that it is worth it is tested over the real functions. */
class PrimingTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.EPOCH);
    private static final PrintStream STDOUT = System.out;

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        List.of("LEADS", "HISTORY", "MAIL", "INBOX", "COUNTS", "PRACTICE")
                .forEach(table -> environment.put(table + "_TABLE", table));
        environment.put("KEY_ARN", "arn:aws:kms:eu-west-1:111122223333:key/k");
        return environment;
    }

    /** Made, and brought before its snapshot. */
    private static Echo primed(Map<String, String> environment, PrintStream out) {
        System.setOut(out);
        try {
            Echo echo = new Echo(environment, NOW);
            echo.beforeCheckpoint(null);
            return echo;
        } finally {
            System.setOut(STDOUT);
        }
    }

    @Test
    void copies_of_a_snapshot_share_no_randomness_for_their_ids() {
        Echo echo = primed(environment(), new PrintStream(OutputStream.nullOutputStream()));
        GrowingIds ids = (GrowingIds) echo.bean(IdSource.class);

        // What is nowhere before the snapshot cannot be the same in two copies of it.
        assertThat(ids.isUntouched()).isTrue();
        ids.next();
        assertThat(ids.isUntouched()).isFalse();
    }

    @Test
    void a_route_that_fails_is_told_and_the_others_are_gone_down_all_the_same() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        primed(environment(), new PrintStream(log, true, StandardCharsets.UTF_8));

        assertThat(log.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains("rehearsing"))
                .as("each of the routes that break on purpose")
                .hasSize(5)
                .anyMatch(line -> line.contains("GET /broken"))
                .anyMatch(line -> line.contains("GET /huge"))
                .anyMatch(line -> line.contains("GET /busy"));
    }

    @Test
    void a_function_that_cannot_rehearse_starts_all_the_same() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        primed(Map.of(), new PrintStream(log, true, StandardCharsets.UTF_8));

        assertThat(log.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("priming failed");
    }
}
