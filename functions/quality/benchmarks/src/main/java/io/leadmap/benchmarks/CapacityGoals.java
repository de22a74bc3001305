package io.leadmap.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What writes cost, as TABLES.md has it, where a test of functions/shared/dynamodb keeps it equal
 * to what the mappers write. Nothing is computed here but sums.
 */
final class CapacityGoals {

    private static final String BEGIN = "<!-- computed: begin -->";
    private static final List<String> DRIP_MAIL = List.of("decide", "claim", "sent", "delivered");
    private static final int DRIP_MAIL_GOAL = 24;

    private CapacityGoals() {}

    static List<Report.Line> read(Path tables) throws IOException {
        String document = Files.readString(tables);
        Map<String, List<String>> rows = new LinkedHashMap<>();
        document.substring(document.indexOf(BEGIN) + BEGIN.length())
                .lines()
                .skip(3)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .forEach(cells -> rows.put(cells.get(1), cells));
        List<Report.Line> lines =
                Stream.concat(
                                rows.values().stream()
                                        .filter(cells -> !cells.get(3).isEmpty())
                                        .map(CapacityGoals::line),
                                Stream.of(dripMail(rows)))
                        .toList();
        if (lines.size() < 2) {
            throw new IllegalStateException("no goals in " + tables);
        }
        return lines;
    }

    private static Report.Line line(List<String> cells) {
        int goal = Integer.parseInt(cells.get(3).replace("≤ ", ""));
        return new Report.Line(
                "WRU: " + cells.get(1), cells.get(2), cells.get(3), units(cells) <= goal);
    }

    private static Report.Line dripMail(Map<String, List<String>> rows) {
        int sum =
                DRIP_MAIL.stream()
                        .mapToInt(part -> units(rows.getOrDefault("drip mail: " + part, List.of())))
                        .sum();
        return new Report.Line(
                "WRU: drip mail, all in",
                Integer.toString(sum),
                "≤ " + DRIP_MAIL_GOAL,
                sum <= DRIP_MAIL_GOAL);
    }

    private static int units(List<String> cells) {
        return Integer.parseInt(cells.get(2));
    }
}
