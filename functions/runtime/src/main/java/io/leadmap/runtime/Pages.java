package io.leadmap.runtime;

import io.leadmap.application.json.Json;
import io.leadmap.application.json.JsonObject;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists that come in pages (section Conventions of the API): {@code {items, next}}. */
public final class Pages {

    private final Cursors cursors;

    public Pages(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * Goes on with the position that the query's cursor stands for, null for the first page, or
     * answers 400.
     */
    public HttpResponse from(
            Call call, QueryParameters parameters, Function<@Nullable String, HttpResponse> next) {
        String cursor = parameters.text("cursor");
        if (cursor == null) {
            return parameters.then(() -> next.apply(null));
        }
        Optional<String> position = cursors.open(call.practice(), parameters.question(), cursor);
        return parameters.then(() ->
                position.isPresent() ? next.apply(position.get()) : Problem.badCursor().response());
    }

    /**
     * Answers a page of a list that is at hand as a whole, or 400. A call that answers with one
     * knows {@code limit} and {@code cursor}.
     */
    public <T> HttpResponse list(
            Call call, QueryParameters parameters, List<T> all, Function<T, JsonNode> item) {
        int limit = parameters.limit();
        return from(
                call,
                parameters,
                after -> {
                    int from = after == null ? 0 : Math.min(Integer.parseInt(after), all.size());
                    int to = Math.min(from + limit, all.size());
                    String next = to < all.size() ? Integer.toString(to) : null;
                    return HttpResponse.json(
                            200, page(call, parameters, all.subList(from, to), item, next));
                });
    }

    /** A page; {@code next} is the position behind it, null after the last. */
    public <T> JsonObject page(
            Call call,
            QueryParameters parameters,
            List<T> items,
            Function<T, JsonNode> item,
            @Nullable String next) {
        return Json.object()
                .put("items", items, item)
                .put(
                        "next",
                        next == null
                                ? null
                                : cursors.seal(call.practice(), parameters.question(), next));
    }
}
