package io.leadmap.practice;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.json.JsonObject;
import io.leadmap.json.StrictView;
import io.micronaut.json.tree.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A kind of which a practice has several, each with an id of its own. */
public abstract non-sealed class ListedDocument<T> extends Document {

    private final Function<Practice, List<T>> all;
    private final BiConsumer<PracticeEdit, List<T>> put;
    private final Function<T, String> id;

    ListedDocument(
            String name,
            Function<Practice, List<T>> all,
            BiConsumer<PracticeEdit, List<T>> put,
            Function<T, String> id) {
        super(name);
        this.all = all;
        this.put = put;
        this.id = id;
    }

    /** One of them, as the practice's people may see it. */
    public record Shown(String id, JsonNode json) {}

    /** All of them without secrets, in the practice's order. */
    public final List<Shown> shown(Practice practice) {
        return all(practice).stream()
                .map(one -> new Shown(id.apply(one), write(one).node()))
                .toList();
    }

    final List<T> all(Practice practice) {
        return all.apply(practice);
    }

    final String id(T one) {
        return id.apply(one);
    }

    final void put(PracticeEdit edit, List<T> those) {
        put.accept(edit, those);
    }

    abstract T read(StrictView fields);

    /** As the practice's people may see it. */
    abstract JsonObject write(T one);

    /** With what only we may see. */
    JsonObject keep(T one) {
        return write(one);
    }

    /** What must hold for each of them besides that no two share an id. */
    void check(Practice practice, T one, String at, Faults faults) {}

    @Override
    final void read(StrictView configuration, PracticeEdit into) {
        put(into, configuration.objects(name()).stream().map(this::read).toList());
    }

    @Override
    final void keep(Practice practice, JsonObject configuration) {
        configuration.put(name(), all(practice), one -> keep(one).node());
    }

    @Override
    void check(Practice practice, Faults faults) {
        List<T> those = all(practice);
        faults.unique(name(), those, id);
        for (int i = 0; i < those.size(); i++) {
            check(practice, those.get(i), at(i), faults);
        }
    }

    @Override
    final void succeed(Optional<Practice> stored, Practice wanted, PracticeEdit next) {
        put(next, succeed(stored.map(all).orElse(List.of()), all(wanted), wanted.version()));
    }

    /** What becomes of all of this kind in the version that is to come. */
    List<T> succeed(List<T> stored, List<T> wanted, long version) {
        return wanted;
    }

    final Optional<T> find(List<T> in, String wanted) {
        return in.stream().filter(one -> id(one).equals(wanted)).findFirst();
    }

    /** Those that are stored and that nobody wants any more. */
    final List<T> leftOut(List<T> stored, List<T> wanted) {
        return stored.stream().filter(one -> find(wanted, id(one)).isEmpty()).toList();
    }

    /** The path of one of them within the whole configuration. */
    final String at(int place) {
        return name() + "[" + place + "]";
    }
}
