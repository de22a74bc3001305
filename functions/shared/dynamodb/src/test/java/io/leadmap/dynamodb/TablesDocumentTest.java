package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.database.TestDatabase;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code TABLES.md} says what is built: its numbers are computed from the items that the mappers
 * write.
 */
class TablesDocumentTest {

    private static final Path DOCUMENT =
            Path.of("..", "..", "..", "infrastructure", "data", "TABLES.md");
    private static final String BEGIN = "<!-- computed: begin -->\n";
    private static final String END = "<!-- computed: end -->";

    private static final Map<String, Integer> GOALS = goals();
    private static Map<String, List<CapacityMeter.Cost>> paths = Map.of();
    private static List<String> reads = List.of();

    private static Map<String, Integer> goals() {
        Map<String, Integer> goals = new LinkedHashMap<>();
        goals.put("intake", 24);
        goals.put("intake with welcome mail and drip", 32);
        goals.put("status change", 9);
        goals.put("logged call", 11);
        goals.put("step that cascades three tracks", 16);
        goals.put("PMS event", 20);
        goals.put("report update", 4);
        return goals;
    }

    @BeforeAll
    static void play() {
        ReferenceRun run = new ReferenceRun();
        paths = run.paths();
        reads = new ReferenceReads(TestDatabase.shared()).rows();
    }

    @Test
    void the_document_says_what_the_mappers_write() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        String computed = computed();
        if (Boolean.getBoolean("leadmap.tables.write")) {
            Files.writeString(
                    DOCUMENT, document.substring(0, begin) + computed + document.substring(end));
            return;
        }

        assertThat(document.substring(begin, end))
                .as("infrastructure/data/TABLES.md; -Dleadmap.tables.write=true writes it anew")
                .isEqualTo(computed);
    }

    @Test
    void every_goal_is_met() {
        GOALS.forEach((path, goal) -> assertThat(total(path)).as(path).isLessThanOrEqualTo(goal));
    }

    @Test
    void a_drip_mail_meets_its_goals() {
        int fromClaim =
                total("drip mail: claim")
                        + mailOnly("drip mail: sent")
                        + mailOnly("drip mail: delivered");
        int all =
                List.of("decide", "claim", "sent", "delivered").stream()
                        .mapToInt(part -> total("drip mail: " + part))
                        .sum();

        assertThat(fromClaim).as("from the claim on, besides history").isLessThanOrEqualTo(6);
        // One more than the goal of 24: see TABLES.md, mail that is waited for.
        assertThat(all).as("all in").isLessThanOrEqualTo(25);
    }

    private static int mailOnly(String path) {
        return costs(path).stream()
                .filter(cost -> cost.table().equals("MailTable"))
                .mapToInt(CapacityMeter.Cost::all)
                .sum();
    }

    private static List<CapacityMeter.Cost> costs(String path) {
        return paths.getOrDefault(path, List.of());
    }

    private static int total(String path) {
        assertThat(paths).containsKey(path);
        return CapacityMeter.total(costs(path));
    }

    private static String computed() {
        List<String> lines = new ArrayList<>();
        lines.add("| path | WRU | goal |");
        lines.add("|---|---|---|");
        paths.forEach((path, costs) ->
                lines.add(
                        "| %s | %d | %s |"
                                .formatted(path, CapacityMeter.total(costs), goal(path))));
        paths.forEach((path, costs) -> {
            lines.add("");
            lines.add("#### " + path + ": " + CapacityMeter.total(costs));
            lines.add("");
            lines.add("| table | item | bytes | units | indexes |");
            lines.add("|---|---|---|---|---|");
            lines.addAll(CapacityMeter.rows(costs));
        });
        lines.add("");
        lines.add("#### Reads");
        lines.add("");
        lines.addAll(reads);
        return String.join("\n", lines) + "\n";
    }

    private static String goal(String path) {
        return GOALS.containsKey(path) ? "≤ " + GOALS.get(path) : "";
    }
}
