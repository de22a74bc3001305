package io.leadmap.benchmarks;

import java.util.List;
import java.util.Locale;

/** Several measurements of one thing. */
record Spread(List<Double> values) {

    Spread {
        values = values.stream().sorted().toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1
                ? values.get(middle)
                : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    double least() {
        return values.getFirst();
    }

    double most() {
        return values.getLast();
    }

    /** The median with the least and the most, such as {@code 1.21 (1.15 to 1.30)}. */
    String text(String format) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + " to " + format + ")",
                median(),
                least(),
                most());
    }
}
