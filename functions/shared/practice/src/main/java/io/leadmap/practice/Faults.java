package io.leadmap.practice;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.practice.Practice;
import io.leadmap.ports.PhoneNumbers;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is wrong with a configuration, each with the path of what is wrong. */
final class Faults {

    private final List<FieldError> errors = new ArrayList<>();

    void add(String at, String message) {
        errors.add(new FieldError(at, message));
    }

    /** Whatever is named must be there; null names nothing. */
    void known(String at, @Nullable String id, Function<String, Optional<?>> find) {
        if (id != null && find.apply(id).isEmpty()) {
            add(at, "there is none with this id");
        }
    }

    <T> void unique(String at, List<T> all, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!seen.add(id.apply(all.get(i)))) {
                add(at + "[" + i + "]", "is there twice");
            }
        }
    }

    /** A phone must be one that can be dialled; blank is none. */
    void phone(String at, String phone, Practice practice, PhoneNumbers phones) {
        if (!phone.isBlank()
                && phones.field(phone, practice.settings().country())
                        instanceof FieldValue.Unread(String message)) {
            add(at, message);
        }
    }

    List<FieldError> all() {
        return List.copyOf(errors);
    }
}
