package io.leadmap.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What happens in a practice, as it is written down for people in {@code
 * demonstration/PRACTICE.story}:
 *
 * <pre>
 * # a remark
 * agent ava first 14m again 3h
 *
 * 3 mon 07:12 | enquiry google | Hannah Fischer | no phone
 *   "What she asks."
 *   reached What the agent notes. / book 3d 08:00 / keep 118
 * </pre>
 *
 * A lead's first line has its day (the Monday of the third week before today; {@code yesterday};
 * {@code today}) and time at the practice, its form and source, its name, and options by comma.
 * What is indented is what was asked, in quotes, and what comes of it, one act after the other (see
 * {@link Act.Verb}).
 */
record Script(List<Habit> habits, List<Part> parts) {

    private static final String BAR = " \\| ";

    Script {
        habits = List.copyOf(habits);
        parts = List.copyOf(parts);
    }

    /** The script of a practice of the demonstration. */
    static Script of(String practice) {
        try (InputStream in =
                Script.class.getResourceAsStream("/demonstration/" + practice + ".story")) {
            return read(
                    new String(
                            Objects.requireNonNull(in, practice).readAllBytes(),
                            StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Script read(String text) {
        List<Habit> habits = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        String head = null;
        List<String> body = new ArrayList<>();
        for (String line : (text + "\n#").lines().toList()) {
            if (line.startsWith("  ")) {
                body.add(line.strip());
                continue;
            }
            if (head != null) {
                parts.add(part(parts.size() + 1, head, body));
                head = null;
            }
            body.clear();
            if (line.startsWith("agent ")) {
                habits.add(habit(line.split(" ", -1)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                head = line;
            }
        }
        return new Script(habits, parts);
    }

    private static Habit habit(String[] words) {
        return new Habit(words[1], duration(words[3]), duration(words[5]));
    }

    private static Part part(int number, String head, List<String> body) {
        String[] columns = head.split(BAR, -1);
        int time = columns[0].lastIndexOf(' ');
        String[] doorAndSource = columns[1].split(" ", -1);
        List<String> options =
                columns.length < 4 ? List.of() : List.of(columns[3].strip().split(", "));
        String message = "";
        List<Act> acts = new ArrayList<>();
        for (String line : body) {
            if (line.startsWith("\"")) {
                message = line.substring(1, line.length() - 1);
            } else {
                Arrays.stream(line.split(" / ", -1)).map(Act::read).forEach(acts::add);
            }
        }
        return new Part(
                number,
                columns[0].substring(0, time),
                LocalTime.parse(columns[0].substring(time + 1)),
                doorAndSource[0],
                doorAndSource[1],
                columns[2].strip(),
                options,
                message,
                acts);
    }

    /** {@code 3d}, {@code 5h} or {@code 20m}. */
    static Duration duration(String text) {
        String amount = text.toUpperCase(Locale.ROOT);
        return Duration.parse(amount.endsWith("D") ? "P" + amount : "PT" + amount);
    }

    Habit habit(String agent) {
        return habits.stream()
                .filter(habit -> habit.agent().equals(agent))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no habit of " + agent));
    }
}
