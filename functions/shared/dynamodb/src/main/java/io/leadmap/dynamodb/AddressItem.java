package io.leadmap.dynamodb;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.domain.suppression.Suppression.Kind;
import io.leadmap.domain.suppression.Suppression.Lifting;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of an email address: named by its HMAC, sealed with the practice's key, so that it
 * can be read when no lead has the address any more.
 */
final class AddressItem {

    private static final String REVISION = "revision";

    private final PracticeKeys keys;

    AddressItem(PracticeKeys keys) {
        this.keys = keys;
    }

    Keys.Key key(PracticeId practice, String address) {
        return Keys.address(practice, keys.hmac(practice, new IdentityKey.ByEmail(address)));
    }

    /** The item of the next revision; put on condition of {@link #unmoved}. */
    Item next(PracticeId practice, AddressState state) {
        Keys.Key key = key(practice, state.address());
        byte[] plain = Json.write(json(state));
        return Item.with(key)
                .number(REVISION, state.revision() + 1)
                .bytes(Projected.SEALED, Seal.seal(keys.key(practice), key.identity(), plain));
    }

    /** Holds while nobody has stored the address since it was read. */
    static String unmoved(AddressState state) {
        return state.revision() == 0 ? Table.ABSENT : REVISION + " = :revision";
    }

    static Map<String, AttributeValue> revision(AddressState state) {
        return state.revision() == 0
                ? Map.of()
                : Map.of(":revision", AttributeValue.fromN(Long.toString(state.revision())));
    }

    AddressState read(PracticeId practice, Item item) {
        byte[] plain =
                Seal.open(keys.key(practice), item.key().identity(), item.bytes(Projected.SEALED));
        TrustingView tree = LeadReader.tree(new String(plain, StandardCharsets.UTF_8));
        Map<Kind, Suppression> suppressions = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (tree.has(Names.camel(kind))) {
                suppressions.put(kind, suppression(kind, tree.at(Names.camel(kind))));
            }
        }
        return new AddressState(tree.text("address"), item.number(REVISION), suppressions);
    }

    private static JsonNode json(AddressState state) {
        JsonObject json = Json.object().put("address", state.address());
        for (Suppression suppression : state.suppressions().values()) {
            json.put(
                    Names.camel(suppression.kind()),
                    Json.object()
                            .putText("since", suppression.since())
                            .putText("mail", suppression.mail())
                            .put("lifted", lifting(suppression.lifted())));
        }
        return json.node();
    }

    private static @Nullable JsonObject lifting(@Nullable Lifting lifting) {
        return lifting == null
                ? null
                : Json.object()
                        .putText("at", lifting.at())
                        .putIfPresent("by", lifting.by())
                        .put("why", lifting.why());
    }

    private static Suppression suppression(Kind kind, TrustingView tree) {
        Lifting lifted =
                tree.has("lifted")
                        ? new Lifting(
                                tree.at("lifted").instant("at"),
                                tree.at("lifted").textOrNull("by"),
                                tree.at("lifted").text("why"))
                        : null;
        return new Suppression(kind, tree.instant("since"), new EmailId(tree.text("mail")), lifted);
    }
}
