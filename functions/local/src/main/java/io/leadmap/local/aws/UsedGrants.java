package io.leadmap.local.aws;

import io.leadmap.template.Grant;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes down which grants of template.yaml functions use, a line each when it is first used, so
 * that a process that is killed has told what it did until then.
 */
final class UsedGrants {

    private final @Nullable Path file;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * @param file where to; null for nowhere
     */
    UsedGrants(@Nullable Path file) {
        this.file = file;
    }

    /** Notes that a caller made a call that it may make. */
    void note(AwsCaller caller, List<Need> needs) {
        if (file != null) {
            needs.stream()
                    .flatMap(need -> Policies.grants(caller, need))
                    .forEach(grant -> note(caller, grant, file));
        }
    }

    private void note(AwsCaller caller, Grant grant, Path to) {
        String line = caller.name() + ": " + grant + "\n";
        if (told.add(line)) {
            append(to, line);
        }
    }

    private static synchronized void append(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the grants that are used", e);
        }
    }
}
