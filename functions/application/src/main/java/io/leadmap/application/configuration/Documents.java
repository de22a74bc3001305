package io.leadmap.application.configuration;

import java.util.List;
import java.util.Optional;

/** Every kind of what a practice configures. */
public final class Documents {

    /** In the order in which a configuration is written. */
    public static final List<Document> ALL =
            List.of(
                    new SettingsDocument(),
                    new PersonDocument(),
                    new DivisionDocument(),
                    new SourceDocument(),
                    new FieldDocument(),
                    new FormDocument(),
                    new MapDocument(),
                    new MacroDocument(),
                    new DripDocument(),
                    new LossReasonDocument(),
                    new ConnectionDocument());

    private Documents() {}

    /** The kind of this name; empty if there is none. */
    public static Optional<Document> find(String name) {
        return ALL.stream().filter(document -> document.name().equals(name)).findFirst();
    }
}
