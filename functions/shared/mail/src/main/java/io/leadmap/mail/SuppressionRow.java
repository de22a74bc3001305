package io.leadmap.mail;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.domain.suppression.Suppression.Kind;
import io.leadmap.domain.suppression.Suppression.Lifting;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.ports.Suppressions.Kept;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * One suppression of an address as the API shows it. An address may have one of each kind, each of
 * which is lifted by itself.
 */
public record SuppressionRow(Kept address, Suppression suppression) {

    private static final String DOT = ".";

    /** Names an address and a kind of suppression in the API. */
    public record Id(String address, Kind kind) {

        /** Empty for what was not given out here. */
        public static Optional<Id> read(String text) {
            int dot = text.lastIndexOf(DOT);
            return dot < 1
                    ? Optional.empty()
                    : Stream.of(Kind.values())
                            .filter(kind -> Names.camel(kind).equals(text.substring(dot + 1)))
                            .map(kind -> new Id(text.substring(0, dot), kind))
                            .findFirst();
        }
    }

    /** Each suppression of an address, those that were lifted too. */
    public static Stream<SuppressionRow> of(Kept address) {
        return address.state().suppressions().values().stream()
                .map(suppression -> new SuppressionRow(address, suppression));
    }

    /** Sorts as the addresses do, and the kinds by their names. */
    public String id() {
        return address.id() + DOT + Names.camel(suppression.kind());
    }

    /** As the API shows it, with the people of the practice by their names. */
    public JsonNode json(Practice practice) {
        return Json.object()
                .put("id", id())
                .put("email", address.state().address())
                .put("kind", Names.camel(suppression.kind()))
                .putText("since", suppression.since())
                .putText("emailId", suppression.mail())
                .put("lifted", lifted(suppression.lifted(), practice))
                .putTexts("leads", address.leads().stream().map(LeadId::value).toList())
                .node();
    }

    private static @Nullable JsonObject lifted(@Nullable Lifting lifted, Practice practice) {
        return lifted == null
                ? null
                : Json.object()
                        .putText("at", lifted.at())
                        .put("by", person(lifted.by(), practice))
                        .put("reason", lifted.why());
    }

    private static @Nullable JsonObject person(@Nullable String id, Practice practice) {
        return id == null
                ? null
                : Json.object()
                        .put("id", id)
                        .put("name", practice.person(id).map(Person::name).orElse(id));
    }
}
