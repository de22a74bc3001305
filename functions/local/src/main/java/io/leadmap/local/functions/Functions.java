package io.leadmap.local.functions;

import io.leadmap.template.MiswiredTemplate;
import io.leadmap.template.Miswiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All functions by their logical ids. */
public final class Functions {
    private final Map<String, LoadedFunction> byId = new LinkedHashMap<>();
    private final Invocations invocations = new Invocations();
    private final Runnable afterEach;

    /**
     * @param functions all of the template's
     * @param afterEach run after each invocation, to wake who reads streams
     * @throws MiswiredTemplate when an artefact is not there or lacks its handler
     */
    public Functions(List<LoadedFunction> functions, Runnable afterEach) {
        this.afterEach = afterEach;
        List<Miswiring> found = new ArrayList<>();
        for (LoadedFunction function : functions) {
            function.miswiring().ifPresent(found::add);
            byId.put(function.definition().logicalId(), function);
            invocations.expect(function.definition().logicalId());
        }
        if (!found.isEmpty()) {
            throw new MiswiredTemplate(found);
        }
    }

    /** Whether there is one of this logical id. */
    public Optional<LoadedFunction> find(String logicalId) {
        return Optional.ofNullable(byId.get(logicalId));
    }

    /** How often each was invoked. */
    public Invocations invocations() {
        return invocations;
    }

    /**
     * Invokes a function of the template.
     *
     * @param by the route or the event of the template that sets it off, or {@link
     *     Invocations#DIRECT}
     */
    public Answer invoke(String logicalId, String by, byte[] event) {
        LoadedFunction function = byId.get(logicalId);
        if (function == null) {
            throw new IllegalArgumentException("there is no function " + logicalId);
        }
        try {
            Answer answer = function.invoke(event);
            if (answer instanceof Answer.Success) {
                invocations.succeeded(logicalId, by);
            }
            return answer;
        } finally {
            afterEach.run();
        }
    }
}
