package io.leadmap.template;

import io.leadmap.template.Route.Authorizer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the HTTP API: who may call, and which one a route belongs to. */
final class ApiReader {
    private final Map<String, Element> apis;

    ApiReader(ResourceNames names, Map<String, Element> resources) {
        this.apis =
                resources.entrySet().stream()
                        .filter(entry ->
                                names.typeOf(entry.getKey()).equals("AWS::Serverless::HttpApi"))
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who checks the tokens of a route; none for a public one. */
    Optional<Authorizer> authorizer(Element route) {
        Element api = api(route);
        Element auth = route.child("Auth");
        Optional<String> chosen =
                auth.optionalText("Authorizer")
                        .or(() -> api.child("Auth").optionalText("DefaultAuthorizer"))
                        .filter(name -> !name.equals("NONE"));
        return chosen.map(name -> authorizer(auth, api, name));
    }

    private Element api(Element route) {
        Element id = route.required("ApiId");
        Element api = apis.get(id.text());
        if (api == null) {
            throw id.wrong("is not an HTTP API of this template");
        }
        return api;
    }

    private static Authorizer authorizer(Element auth, Element api, String name) {
        Element authorizer = api.child("Auth").child("Authorizers").child(name);
        if (!authorizer.exists()) {
            throw auth.wrong("the API has no authorizer " + name);
        }
        Element jwt = authorizer.required("JwtConfiguration");
        List<String> audiences = jwt.required("audience").texts();
        return new Authorizer(name, jwt.required("issuer").text(), audiences);
    }
}
