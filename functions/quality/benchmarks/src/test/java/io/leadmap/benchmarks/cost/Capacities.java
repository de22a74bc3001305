package io.leadmap.benchmarks.cost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What reads and writes cost, as the computed part of TABLES.md has it, which a test of
 * functions/shared/dynamodb keeps equal to what the mappers write.
 *
 * @param writes by path
 * @param reads units of a read, the last of its row, by what is read
 */
record Capacities(Map<String, List<Row>> writes, Map<String, Double> reads) {

    private static final String BEGIN = "<!-- computed: begin -->";
    private static final String PATH = "#### ";
    private static final String READS = "#### Reads";

    /** A write of one item, with the units of its indexes. */
    record Row(String table, String item, int bytes, int units) {}

    static Capacities read(String document) {
        Map<String, List<Row>> writes = new LinkedHashMap<>();
        Map<String, Double> reads = new LinkedHashMap<>();
        String part = "";
        for (String line : document.substring(document.indexOf(BEGIN)).lines().toList()) {
            List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            if (line.startsWith(PATH)) {
                part = line;
            } else if (part.equals(READS) && isRow(cells)) {
                String units = cells.get(3);
                reads.put(
                        cells.get(1),
                        Double.valueOf(units.substring(units.lastIndexOf(';') + 1).strip()));
            } else if (!part.isEmpty() && isRow(cells)) {
                String path = part.substring(PATH.length(), part.lastIndexOf(':'));
                writes.computeIfAbsent(path, one -> new ArrayList<>()).add(row(cells));
            }
        }
        return new Capacities(writes, reads);
    }

    /** Not the head of a table. */
    private static boolean isRow(List<String> cells) {
        return cells.size() > 4 && cells.stream().anyMatch(cell -> cell.matches("[0-9.; ]+"));
    }

    private static Row row(List<String> cells) {
        int indexes =
                Stream.of(cells.get(5).split(",", -1))
                        .filter(index -> !index.isBlank())
                        .mapToInt(index ->
                                Integer.parseInt(index.substring(index.lastIndexOf(' ') + 1)))
                        .sum();
        return new Row(
                cells.get(1),
                cells.get(2),
                Integer.parseInt(cells.get(3)),
                Integer.parseInt(cells.get(4)) + indexes);
    }

    /** The items that a path writes. */
    List<Row> write(String path) {
        List<Row> rows = writes.get(path);
        if (rows == null) {
            throw new IllegalArgumentException("TABLES.md has no path " + path);
        }
        return rows;
    }

    /** The units of a read. */
    double readUnits(String read) {
        Double units = reads.get(read);
        if (units == null) {
            throw new IllegalArgumentException("TABLES.md has no read " + read);
        }
        return units;
    }
}
