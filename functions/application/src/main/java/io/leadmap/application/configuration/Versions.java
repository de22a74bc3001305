package io.leadmap.application.configuration;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A version of a macro or a map never changes: histories name it. Whoever edits one makes its next
 * version.
 */
final class Versions {

    private Versions() {}

    /** Macros and maps that differ from what is stored without a version of their own. */
    static List<FieldError> outdated(Practice wanted, Practice stored) {
        List<FieldError> errors = new ArrayList<>();
        check("macros", wanted.macros(), macro -> stored.macro(macro.id()), Macro::version, errors);
        check("maps", wanted.maps(), map -> stored.map(map.id()), LeadMap::version, errors);
        return errors;
    }

    private static <T> void check(
            String name,
            List<T> wanted,
            Function<T, Optional<T>> stored,
            ToIntFunction<T> version,
            List<FieldError> errors) {
        for (int i = 0; i < wanted.size(); i++) {
            T now = wanted.get(i);
            Optional<T> before = stored.apply(now).filter(known -> !known.equals(now));
            if (before.isPresent() && version.applyAsInt(now) <= version.applyAsInt(before.get())) {
                errors.add(
                        new FieldError(
                                name + "[" + i + "].version",
                                "it differs from version "
                                        + version.applyAsInt(before.get())
                                        + ", which is stored: give it the next one"));
            }
        }
    }
}
