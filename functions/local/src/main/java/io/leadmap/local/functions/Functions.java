package io.leadmap.local.functions;

import io.leadmap.local.template.MiswiredTemplate;
import io.leadmap.local.template.Miswiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All functions by their logical ids. */
public final class Functions {
    private final Map<String, LambdaFunction> byId = new LinkedHashMap<>();
    private final Runnable afterEach;

    /**
     * @param functions all of the template's
     * @param afterEach run after each invocation, to wake who reads streams
     * @throws MiswiredTemplate when an artefact is not there or lacks its handler
     */
    public Functions(List<LambdaFunction> functions, Runnable afterEach) {
        this.afterEach = afterEach;
        List<Miswiring> found = new ArrayList<>();
        for (LambdaFunction function : functions) {
            function.miswiring().ifPresent(found::add);
            byId.put(function.definition().logicalId(), function);
        }
        if (!found.isEmpty()) {
            throw new MiswiredTemplate(found);
        }
    }

    /** Whether there is one of this logical id. */
    public Optional<LambdaFunction> find(String logicalId) {
        return Optional.ofNullable(byId.get(logicalId));
    }

    /** Invokes a function of the template. */
    public Answer invoke(String logicalId, byte[] event) {
        LambdaFunction function = byId.get(logicalId);
        if (function == null) {
            throw new IllegalArgumentException("there is no function " + logicalId);
        }
        try {
            return function.invoke(event);
        } finally {
            afterEach.run();
        }
    }
}
