package io.leadmap.dynamodb;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.ports.Leads.Sharing;
import io.leadmap.ports.Suppressions;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known of addresses, in {@code PracticeTable}: one partition for a practice. */
final class DynamoSuppressions implements Suppressions {

    private static final Pattern HMAC = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Tables tables;
    private final AddressItem items;

    DynamoSuppressions(Tables tables, PracticeKeys keys) {
        this.tables = tables;
        this.items = new AddressItem(keys);
    }

    @Override
    public KnownAddresses of(PracticeId practice, Set<String> addresses) {
        KnownAddresses known = KnownAddresses.NONE;
        for (String address : addresses) {
            known = known.with(AddressState.clean(address));
        }
        List<Keys.Key> keys =
                addresses.stream().map(address -> items.key(practice, address)).toList();
        List<Item> found =
                keys.size() == 1
                        ? tables.practice().get(keys.getFirst()).stream().toList()
                        : tables.practice().getAll(keys);
        for (Item item : found) {
            known = known.with(items.read(practice, item));
        }
        return known;
    }

    @Override
    public Optional<Kept> find(PracticeId practice, String id) {
        return HMAC.matcher(id).matches()
                ? find(practice, Keys.address(practice, id))
                : Optional.empty();
    }

    @Override
    public Optional<Kept> named(PracticeId practice, String address) {
        return find(practice, items.key(practice, address));
    }

    private Optional<Kept> find(PracticeId practice, Keys.Key key) {
        return tables.practice().get(key).stream()
                .flatMap(item -> kept(practice, List.of(item)).stream())
                .findFirst();
    }

    @Override
    public Page page(PracticeId practice, int limit, @Nullable String after) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .keyConditionExpression("pk = :pk AND sk > :after")
                        .expressionAttributeValues(
                                Map.of(
                                        ":pk",
                                        AttributeValue.fromS(Keys.addresses(practice)),
                                        ":after",
                                        AttributeValue.fromS(after == null ? " " : after)))
                        .limit(limit + 1)
                        .consistentRead(true);
        List<Item> found = tables.practice().query(query).limit(limit + 1L).toList();
        List<Item> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                kept(practice, page), page.size() < found.size() ? page.getLast().sk() : null);
    }

    @Override
    public boolean store(PracticeId practice, AddressState state) {
        return tables.practice()
                .putNew(
                        items.next(practice, state),
                        AddressItem.unmoved(state),
                        AddressItem.revision(state));
    }

    /** With the leads that the addresses' guards name. */
    private List<Kept> kept(PracticeId practice, List<Item> addresses) {
        List<Keys.Key> guards =
                addresses.stream().map(item -> Keys.guard(practice, item.sk())).toList();
        Map<Keys.Key, Sharing> sharing = new HashMap<>();
        tables.practice()
                .getAll(guards)
                .forEach(guard -> sharing.put(guard.key(), GuardItem.read(guard)));
        return addresses.stream()
                .map(item ->
                        new Kept(
                                item.sk(),
                                items.read(practice, item),
                                sharing.getOrDefault(
                                                Keys.guard(practice, item.sk()), GuardItem.NOBODY)
                                        .leads()))
                .toList();
    }
}
