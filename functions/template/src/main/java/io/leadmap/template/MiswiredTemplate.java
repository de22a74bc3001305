package io.leadmap.template;

import java.util.List;
import java.util.stream.Collectors;

/** The template cannot be served; the message names every place, one a line. */
public final class MiswiredTemplate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Miswiring> miswirings;

    /** For all that was found, at least one. */
    public MiswiredTemplate(List<Miswiring> miswirings) {
        super(
                miswirings.stream()
                        .distinct()
                        .map(Miswiring::toString)
                        .collect(Collectors.joining("\n")));
        this.miswirings = List.copyOf(miswirings);
    }

    /** For a single one. */
    public MiswiredTemplate(String path, String message) {
        this(List.of(new Miswiring(path, message)));
    }

    /** Everything that was found, in the order of the template. */
    public List<Miswiring> miswirings() {
        return miswirings;
    }
}
