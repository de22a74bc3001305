package io.leadmap.local.http;

import io.leadmap.template.Route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request as API Gateway does: literal segments before parameters, parameters
 * before greedy ones, a method before ANY.
 */
final class RouteMatcher {
    private final List<Route> routes;

    RouteMatcher(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** A route with the values of its path parameters. */
    record Match(Route route, Map<String, String> parameters) {}

    /**
     * @param method upper case
     * @param path decoded
     */
    Optional<Match> find(String method, String path) {
        return routes.stream()
                .filter(route -> route.method().equals(method) || route.method().equals("ANY"))
                .flatMap(route -> match(route, segments(path)).stream())
                .min(
                        Comparator.comparing((Match match) -> openness(match.route()))
                                .thenComparing(match -> match.route().method().equals("ANY")));
    }

    private static Optional<Match> match(Route route, List<String> segments) {
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> pattern = segments(route.path());
        for (int i = 0; i < pattern.size(); i++) {
            String part = pattern.get(i);
            if (part.endsWith("+}") && segments.size() > i) {
                parameters.put(
                        part.substring(1, part.length() - 2),
                        String.join("/", segments.subList(i, segments.size())));
                return Optional.of(new Match(route, parameters));
            }
            if (i >= segments.size()) {
                return Optional.empty();
            }
            String segment = segments.get(i);
            if (part.startsWith("{") && !segment.isEmpty()) {
                parameters.put(part.substring(1, part.length() - 1), segment);
            } else if (!part.equals(segment)) {
                return Optional.empty();
            }
        }
        return pattern.size() == segments.size()
                ? Optional.of(new Match(route, parameters))
                : Optional.empty();
    }

    /** A text that sorts literal segments first, then parameters, then greedy ones. */
    private static String openness(Route route) {
        StringBuilder order = new StringBuilder();
        for (String part : segments(route.path())) {
            order.append(part.endsWith("+}") ? '2' : part.startsWith("{") ? '1' : '0');
        }
        return order.toString();
    }

    private static List<String> segments(String path) {
        return new ArrayList<>(Arrays.asList(path.substring(1).split("/", -1)));
    }
}
