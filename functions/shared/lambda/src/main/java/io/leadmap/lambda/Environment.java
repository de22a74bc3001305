package io.leadmap.lambda;

import java.util.Map;
import java.util.Optional;

/** The environment variables of a function, as its template entry gives them. */
public record Environment(Map<String, String> variables) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** A variable that the function cannot work without; a fault if it is missing. */
    public String required(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalStateException("environment variable " + name + " is missing"));
    }

    /** A variable that may be missing or empty. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** Names only: values may be credentials. */
    @Override
    public String toString() {
        return "Environment" + variables.keySet();
    }
}
