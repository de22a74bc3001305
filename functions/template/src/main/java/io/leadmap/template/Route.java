package io.leadmap.template;

import java.util.List;
import java.util.Optional;

/**
 * A route of the HTTP API.
 *
 * @param method upper case, or {@code ANY}
 * @param path with {@code {name}} or {@code {name+}} where it is open
 * @param function the logical id of the function that answers
 * @param authorizer who checks the token; none for a public route
 */
public record Route(String method, String path, String function, Optional<Authorizer> authorizer) {

    /** As API Gateway names it: {@code POST /forms/{formId}}. */
    public String key() {
        return method + " " + path;
    }

    /**
     * A JWT authorizer.
     *
     * @param name in the template
     * @param issuer what {@code iss} must be
     * @param audiences one of which {@code aud} must be
     */
    public record Authorizer(String name, String issuer, List<String> audiences) {
        /** Copies what it is given. */
        public Authorizer {
            audiences = List.copyOf(audiences);
        }
    }
}
