package io.leadmap.lambda;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.text.Digits;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.ports.Practices;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lists that come in pages (section Conventions of the API): {@code {items, next}}. A page ends
 * where it has as many items as were asked for, or where it would become too large to be answered;
 * where it ended is a place in an order and never a number of items, so that whoever comes or goes
 * meanwhile moves nobody (domain section 10, paging).
 */
public final class Pages {

    /** What a page's items may weigh together: {@link HttpEvents#weight}. */
    public static final int LARGEST = 5_000_000;

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
        String cursor = parameters.cursor();
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
     *
     * @param place where an item stands, as a text that sorts as the list is to be; no two are at
     *     one place
     */
    public <T> HttpResponse list(
            Call call,
            QueryParameters parameters,
            List<T> all,
            Function<T, String> place,
            Function<T, JsonNode> item) {
        int limit = parameters.limit();
        return from(
                call,
                parameters,
                after -> {
                    List<T> behind =
                            all.stream()
                                    .filter(one ->
                                            after == null || place.apply(one).compareTo(after) > 0)
                                    .sorted(Comparator.comparing(place))
                                    .toList();
                    return HttpResponse.json(
                            200, first(call, parameters, behind, limit, item, place));
                });
    }

    /**
     * Answers a page of what a practice is configured with, in the practice's own order, or 400.
     * Later pages are of the version that the first one showed.
     *
     * @param id that no two of the list share
     */
    public <T> HttpResponse configured(
            Call call,
            QueryParameters parameters,
            Practices practices,
            Function<Practice, List<T>> list,
            Function<T, String> id,
            Function<T, JsonNode> item) {
        int limit = parameters.limit();
        return from(
                call,
                parameters,
                after -> {
                    Practice now = call.caller().practice();
                    String[] place = (after == null ? now.version() + " " : after).split(" ", 2);
                    long version = Digits.known(place[0]);
                    Practice shown =
                            version == now.version()
                                    ? now
                                    : practices.find(now.id(), version).orElse(now);
                    List<T> all = list.apply(shown);
                    List<String> ids = all.stream().map(id).toList();
                    List<T> behind = all.subList(ids.indexOf(place[1]) + 1, all.size());
                    return HttpResponse.json(
                            200,
                            first(
                                    call,
                                    parameters,
                                    behind,
                                    limit,
                                    item,
                                    one -> version + " " + id.apply(one)));
                });
    }

    /**
     * The page with the first items of a list.
     *
     * @param place where an item stands, for the next page to begin behind it
     */
    public <T> JsonObject first(
            Call call,
            QueryParameters parameters,
            List<T> list,
            int limit,
            Function<T, JsonNode> item,
            Function<T, String> place) {
        List<T> items = list.subList(0, Math.min(limit, list.size()));
        String next = items.size() < list.size() ? place.apply(items.getLast()) : null;
        return page(call, parameters, items, item, place, next);
    }

    /**
     * A page, which may be short because of its size.
     *
     * @param place where an item stands, for the next page to begin behind it
     * @param next where the next page begins if all items are on this one, null after the last
     */
    public <T> JsonObject page(
            Call call,
            QueryParameters parameters,
            List<T> items,
            Function<T, JsonNode> item,
            Function<T, String> place,
            @Nullable String next) {
        List<JsonNode> shown = new ArrayList<>();
        String behind = next;
        long weight = 0;
        for (T one : items) {
            JsonNode node = item.apply(one);
            weight += HttpEvents.weight(Json.write(node));
            if (weight > LARGEST && !shown.isEmpty()) {
                behind = place.apply(items.get(shown.size() - 1));
                break;
            }
            shown.add(node);
        }
        return Json.object()
                .put("items", JsonNode.createArrayNode(shown))
                .put("next", cursor(call, parameters, behind));
    }

    /**
     * The cursor of a page that goes on behind a position.
     *
     * @param position null after the last page
     */
    public @Nullable String cursor(
            Call call, QueryParameters parameters, @Nullable String position) {
        return position == null
                ? null
                : cursors.seal(call.practice(), parameters.question(), position);
    }
}
